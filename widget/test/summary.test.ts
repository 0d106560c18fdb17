import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Channel, CHANNELS, Field, Limit, SUMMARY_SIZE } from '../src/schema.ts';
import { emptySummary, merge, toWire } from '../src/summary.ts';

const all = (1 << CHANNELS.length) - 1;
const summaries = fc
  .array(fc.nat({ max: 1e6 }), { minLength: SUMMARY_SIZE, maxLength: SUMMARY_SIZE })
  .map((values) => Float64Array.from(values));

test('summaries merge in any order and grouping', () => {
  fc.assert(
    fc.property(summaries, summaries, summaries, (a, b, c) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(c, b)));
    }),
  );
});

test('nothing merged with a summary leaves it as it is', () => {
  fc.assert(fc.property(summaries, (a) => void expect(merge(a, emptySummary())).toEqual(a)));
});

test('absurd numbers stay within the limits of the wire', () => {
  const summary = emptySummary();
  summary.set([1e308, -5, NaN, Infinity, 2.4]);
  expect(toWire(summary, all).slice(0, 5)).toEqual([Limit.summaryMax, 0, 0, Limit.summaryMax, 2]);
});

test('zeros behind the last number stay at home', () => {
  const summary = emptySummary();
  expect(toWire(summary, all)).toHaveLength(Limit.summaryLeast);
  summary[Field.heartSamples] = 1;
  expect(toWire(summary, all)).toHaveLength(Field.heartSamples + 1);
  expect(toWire(summary, 1 << Channel.friction)).toHaveLength(Limit.summaryLeast);
});

test('a channel without consent is silent on the wire', () => {
  const summary = emptySummary().fill(1);
  const wire = toWire(summary, 1 << Channel.friction);
  expect([wire[Field.clicks], wire[Field.keyGaps], wire[Field.moves]]).toEqual([1, 0, 0]);
});
