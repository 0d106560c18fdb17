import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error a plain script without types
import { generate } from '../generate-schema.mjs';

test('schema.ts is what the server and the widget agreed on', () => {
  const written = readFileSync(new URL('../src/schema.ts', import.meta.url), 'utf8');
  expect(written).toBe(generate());
});
