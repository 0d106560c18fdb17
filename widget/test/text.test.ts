import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cut } from '../src/text/pieces.ts';
import { readTable, score } from '../src/text/score.ts';

const models = (path: string): URL => new URL(`../../models/src/${path}`, import.meta.url);
const bytes = readFileSync(models('main/resources/dev/rapport/models/text/text-table.bin'));
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
// The same file that the server's scorer is tested against.
const golden = JSON.parse(readFileSync(models('test/resources/dev/rapport/models/text/golden.json'), 'utf8')) as {
  text: string;
  words: number;
  buckets: number[];
  score: Record<string, number> | null;
}[];

describe('scores as the server does', () => {
  const table = readTable(file);
  test.each(golden)('$text', (one) => {
    expect(cut(one.text)).toEqual({ words: one.words, buckets: one.buckets });
    const said = score(table, one.text);
    expect(said === null).toBe(one.score === null);
    for (const [label, value] of Object.entries(one.score ?? {})) {
      expect(Math.abs((said as unknown as Record<string, number>)[label]! - value)).toBeLessThan(1e-3);
    }
  });
});

test('a table that is cut off is refused', () => {
  expect(() => readTable(file.slice(0, file.byteLength - 1))).toThrow('cut off');
});

test('a file of another kind is refused', () => {
  expect(() => readTable(new ArrayBuffer(64))).toThrow('not of this version');
});
