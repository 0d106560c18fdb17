import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { createBaseline, FARTHEST, LEARN_SAMPLES, LEARN_SECONDS } from '../src/senses/baseline.ts';

/** A baseline that has learned `values`, one a second. */
function learned(values: number[], floor = 0.1) {
  const baseline = createBaseline([floor]);
  values.forEach((value, second) => expect(baseline.take([value], second)).toBeNull());
  return baseline;
}
const usual = Array.from({ length: LEARN_SECONDS }, (_, i) => (i % 2 ? 12 : 8));

describe('what is usual', () => {
  test('is mean and standard deviation of the first half minute', () => {
    const [{ mean, sd }] = learned(usual).usual();
    expect(mean).toBeCloseTo(10);
    expect(sd).toBeCloseTo(2 * Math.sqrt(30 / 29));
  });
  test('tells a later sample in hundredths of the standard deviation, above and below', () => {
    const baseline = learned(usual);
    const { sd } = baseline.usual()[0]!;
    expect(baseline.take([10 + sd], LEARN_SECONDS)).toEqual([100]);
    expect(baseline.take([10 - 2 * sd], LEARN_SECONDS + 1)).toEqual([-200]);
  });
  test('stands still once it is learned', () => {
    const baseline = learned(usual);
    const before = baseline.usual();
    for (let second = 30; second < 90; second++) baseline.take([50], second);
    expect(baseline.usual()).toEqual(before);
  });
  test('has a least deviation: what the sensor cannot tell apart is not unusual', () => {
    const baseline = learned(Array.from({ length: LEARN_SECONDS }, () => 5), 0.5);
    expect(baseline.take([5.25], LEARN_SECONDS)).toEqual([50]);
  });
  test('is not known before there were enough samples, however long it took', () => {
    const baseline = createBaseline([1]);
    for (let i = 0; i < LEARN_SAMPLES; i++) expect(baseline.take([i], i * 20)).toBeNull();
    expect(baseline.left(i20(LEARN_SAMPLES))).toBeGreaterThan(0);
    expect(baseline.take([3], i20(LEARN_SAMPLES))).not.toBeNull();
    expect(baseline.left(i20(LEARN_SAMPLES))).toBe(0);
  });
  test('is not spoiled by a number that is none', () => {
    const baseline = learned(usual);
    expect(baseline.take([Number.NaN], 31)).toBeNull();
    expect(baseline.take([10], 32)).toEqual([0]);
  });
});

const i20 = (i: number) => i * 20;

test('a deviation never leaves its limits, and does not change when the unit does', () => {
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 31, maxLength: 31 }), value, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, later, scale) => {
      const plain = createBaseline([0.5]);
      const scaled = createBaseline([0.5 * scale]);
      list.slice(0, 30).forEach((one, second) => {
        plain.take([one], second);
        scaled.take([one * scale], second);
      });
      const [a] = plain.take([later], 30)!;
      const [b] = scaled.take([later * scale], 30)!;
      expect(Math.abs(a!)).toBeLessThanOrEqual(FARTHEST);
      expect(Math.abs(a! - b!)).toBeLessThanOrEqual(1);
    }),
  );
});
