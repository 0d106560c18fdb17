import { expect, test } from 'vitest';
import { complete, usable } from '../src/config.ts';
import { faultsOf } from '../src/doctor/index.ts';

const good = { site: 'demo-shop-key-0001', endpoint: 'https://rapport.example' };

test('what is missing gets its default', () =>
  expect(complete(good)).toEqual({ ...good, consent: 'ask', debug: false, simulated: false, nonce: '', hints: 'https://rapport.example/rapport-hints.js' }));

test('slashes and queries at the end of the address go', () =>
  expect(complete({ ...good, endpoint: 'https://rapport.example/base//?x#y' }).endpoint).toBe('https://rapport.example/base'));

test.each([
  ['site', { ...good, site: 'no' }], ['endpoint', { ...good, endpoint: 'ftp://x' }], ['consent', { ...good, consent: 'yes' as 'ask' }],
])('the doctor names a wrong %s', (name, given) => expect(faultsOf(complete(given)).join()).toContain(`data-${name}=`));

test('the doctor finds no fault where there is none', () => expect(faultsOf(complete(good))).toEqual([]));

test.each([{ ...good, site: '' }, { ...good, endpoint: 'ftp://x' }, { ...good, endpoint: '' }])('nothing starts with %o', (given) =>
  expect(usable(complete(given))).toBe(false));
