import { describe, expect, test } from 'vitest';
import { createVariability, readBeats } from '../src/senses/heart-rate.ts';

const read = (...bytes: number[]) => readBeats(new DataView(new Uint8Array(bytes).buffer));

describe('the heart rate measurement', () => {
  test('with 8 bits', () => expect(read(0x00, 72)).toEqual({ bpm: 72, intervals: [], contact: null, energy: null }));
  test('with 16 bits', () => expect(read(0x01, 0x48, 0x00)?.bpm).toBe(72));
  test('with skin contact, and without', () => {
    expect(read(0x06, 72)?.contact).toBe(true);
    expect(read(0x04, 72)?.contact).toBe(false);
    expect(read(0x02, 72)?.contact).toBeNull();
  });
  test('with energy and intervals in 1/1024 s', () => {
    expect(read(0x18, 60, 0x10, 0x02, 0x00, 0x04, 0x00, 0x03)).toEqual({ bpm: 60, intervals: [1000, 750], contact: null, energy: 528 });
  });
  test('300 beats a minute are no heart', () => expect(read(0x01, 0x2c, 0x01)).toBeNull());
  test('nor is none', () => expect(read(0x00, 0)).toBeNull());
  test('an interval that no heart has is left out', () => expect(read(0x10, 60, 0x10, 0x00, 0x00, 0x04)?.intervals).toEqual([1000]));
  test('half an interval is left out', () => expect(read(0x10, 60, 0x00, 0x04, 0x00)?.intervals).toEqual([1000]));
  test.each([[[]], [[0]], [[1, 60]], [[8, 60]], [[9, 60, 0, 1]]])('%j is cut off', (bytes) => expect(read(...bytes)).toBeNull());
});

describe('variability', () => {
  test('is the root of the mean squared difference', () => {
    const one = createVariability();
    one.take([800, 820, 800, 820, 800, 820, 800, 820, 800]);
    expect(one.rmssd()).toBeCloseTo(20);
  });
  test('is not said of a few beats', () => {
    const one = createVariability();
    one.take([800, 820, 800, 820]);
    expect(one.rmssd()).toBeNull();
  });
  test('leaves out a beat that jumps', () => {
    const one = createVariability();
    one.take([800, 810, 800, 810, 1500, 810, 800, 810, 800, 810, 800, 810]);
    expect(one.rmssd()).toBeCloseTo(10);
  });
});
