import { expect, test } from 'vitest';
import { complete } from '../src/config.ts';

const good = { site: 'demo-shop-key-0001', endpoint: 'https://rapport.example' };

test('what is missing gets its default', () =>
  expect(complete(good)).toEqual([{ ...good, consent: 'ask', debug: false, simulated: false, nonce: '', hints: 'https://rapport.example/rapport-hints.js' }, []]));

test('slashes and queries at the end of the address go', () =>
  expect(complete({ ...good, endpoint: 'https://rapport.example/base//?x#y' })[0].endpoint).toBe('https://rapport.example/base'));

test.each([
  ['site', { ...good, site: 'no' }], ['endpoint', { ...good, endpoint: 'ftp://x' }], ['consent', { ...good, consent: 'yes' as 'ask' }],
])('a wrong %s is named', (name, given) => expect(complete(given)[1].join()).toContain(`data-${name}=`));

test('a consent that nobody understands is a no', () => expect(complete({ ...good, consent: 'yes' as 'ask' })[0].consent).toBe('denied'));
