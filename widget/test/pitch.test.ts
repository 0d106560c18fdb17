import { describe, expect, test } from 'vitest';
import { createPitch, createSecond, levelOf } from '../src/senses/pitch.ts';

const RATE = 48_000;
const SIZE = 3072;
const pitchOf = createPitch(RATE, SIZE);
const wave = (fn: (t: number) => number) => Float32Array.from({ length: SIZE }, (_, i) => fn(i / RATE));
const tone = (hz: number) => wave((t) => 0.3 * Math.sin(2 * Math.PI * hz * t));
/** A voice-like sound: many harmonics, the second the strongest. */
const rich = (hz: number) => wave((t) => [0.2, 0.5, 0.3, 0.2, 0.1].reduce((sum, a, k) => sum + 0.3 * a * Math.sin(2 * Math.PI * hz * (k + 1) * t), 0));

describe('pitch', () => {
  test.each([80, 110, 150, 200, 260, 330, 420])('of a tone of %i Hz, within 1 %%', (hz) => {
    expect(Math.abs(pitchOf(tone(hz)) / hz - 1)).toBeLessThan(0.01);
  });
  test.each([80, 110, 150, 220, 300])('of a voice of %i Hz whose second harmonic is the strongest', (hz) => {
    expect(Math.abs(pitchOf(rich(hz)) / hz - 1)).toBeLessThan(0.02);
  });
  test('of noise is none', () => {
    let seed = 1;
    const noise = () => ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5);
    let voiced = 0;
    for (let i = 0; i < 20; i++) if (pitchOf(wave(noise))) voiced++;
    expect(voiced).toBeLessThanOrEqual(1);
  });
  test('of silence is none', () => expect(pitchOf(new Float32Array(SIZE))).toBe(0));
  test('does not hang on how loud it is', () => {
    const loud = tone(170);
    expect(pitchOf(loud.map((x) => x / 20))).toBeCloseTo(pitchOf(loud), 3);
    expect(levelOf(loud)).toBeCloseTo(0.3 / Math.SQRT2, 2);
  });
});

describe('a second', () => {
  test('keeps out single octave slips', () => {
    const second = createSecond();
    for (let i = 0; i < 30; i++) second.take(i % 7 === 3 ? 240 : 120, 0.1, 0.5);
    const { pitch, spread } = second.close();
    expect(pitch).toBeCloseTo(12 * Math.log2(120 / 55));
    expect(spread).toBeLessThan(0.1);
  });
  test('counts rises into a voice', () => {
    const second = createSecond();
    for (let i = 0; i < 30; i++) second.take(i % 10 < 6 ? 120 : 0, i % 10 < 6 ? 0.1 : 0.001, NaN);
    const { onsets, voiced } = second.close();
    expect(onsets).toBe(3);
    expect(voiced).toBeCloseTo(0.6);
  });
});
