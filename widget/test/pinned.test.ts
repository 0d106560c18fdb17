import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { noteOf, pinned } from '../src/senses/pinned.ts';

const bytes = Buffer.from([0, 1, 2, 250]);
const file = `data:application/octet-stream;base64,${bytes.toString('base64')}`;
const hash = createHash('sha256').update(bytes).digest('hex');

test('a file that is the one that was pinned is given as it is', async () => {
  expect(Buffer.from(await pinned(file, hash))).toEqual(bytes);
});

test('a file with another hash is given to nobody, and said to be another', async () => {
  const other = createHash('sha256').update('another').digest('hex');
  const error = await pinned(file, other).then(() => null, (problem: unknown) => problem);
  expect(error).toBeInstanceOf(Error);
  expect(noteOf(error)).toBe('hash');
});

test('a file that does not load is no wrong one', async () => {
  const error = await pinned('data:not a file', hash).then(() => null, (problem: unknown) => problem);
  expect(error).toBeInstanceOf(Error);
  expect(noteOf(error)).toBe('file');
});
