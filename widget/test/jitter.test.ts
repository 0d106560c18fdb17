import { describe, expect, test } from 'vitest';
import { jitterOf } from '../src/senses/jitter.ts';

const RATE = 48_000;
/** A voice-like window: each beat rings and dies; periods, in samples, in turn. */
const beats = (periods: number[], level = 1) => {
  const window = new Float32Array(3072);
  let at = 20;
  for (let k = 0; at < window.length; at += periods[k++ % periods.length]!)
    for (let i = Math.ceil(at); i < window.length; i++) window[i]! += level * Math.exp(-(i - at) / 90) * Math.cos((2 * Math.PI * 700 * (i - at)) / RATE);
  return window;
};

describe('jitter', () => {
  test('of an even voice is next to nothing', () => {
    expect(jitterOf(beats([400]), RATE, 120)).toBeLessThan(0.1);
  });
  test.each([1, 2, 4])('of periods that are %i %% longer and shorter in turn is four thirds of that', (percent) => {
    const more = 400 * (percent / 100);
    expect(jitterOf(beats([400 + more, 400 - more]), RATE, 120)).toBeCloseTo((4 / 3) * percent, 0);
  });
  test('does not hang on how loud it is', () => {
    const uneven = [408, 396, 402, 390];
    expect(jitterOf(beats(uneven, 0.02), RATE, 120)).toBeCloseTo(jitterOf(beats(uneven), RATE, 120), 2);
  });
  test('does not take a glide of pitch for jitter', () => {
    expect(jitterOf(beats([390, 394, 398, 402, 406, 410, 414]), RATE, 120)).toBeLessThan(0.4);
  });
  test('of too few periods is not a number', () => expect(jitterOf(beats([1000]), RATE, 48)).toBeNaN());
});
