import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encode, type Wire } from '../src/cbor.ts';

// The same file that the server's codec is tested against.
const file = new URL('../../core/src/main/resources/dev/rapport/frame/cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as { name: string; hex: string; json?: Wire }[];
const valid = cases.filter((one) => one.json !== undefined);

describe('encode writes the golden bytes of', () => {
  test.each(valid)('$name', ({ hex, json }) => {
    expect(Buffer.from(encode(json!)).toString('hex')).toBe(hex);
  });
});

test('encode rounds a number that is not whole, and makes 0 of one that is none', () => {
  expect([...encode([1.6, NaN, -0.4])]).toEqual([0x83, 2, 0, 0]);
});

test('encode asks no list what it says: a host may have replaced how', () => {
  const list: Wire[] = [1, 2];
  Object.defineProperty(list, 'join', { value: () => { throw new Error('host'); } });
  expect([...encode([list])]).toEqual([0x81, 0x82, 1, 2]);
});
