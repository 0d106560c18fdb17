import { describe, expect, test } from 'vitest';
import { musclesOf } from '../src/senses/blendshapes.ts';
import { SENSES } from '../src/senses/measures.ts';

const of = (shapes: Record<string, number>) => musclesOf(new Map(Object.entries(shapes)));
const AT_REST = of({});
const SMILE = { mouthSmileLeft: 1, mouthSmileRight: 1, cheekSquintLeft: 1, cheekSquintRight: 1, mouthDimpleLeft: 1, mouthDimpleRight: 1 };

describe('muscles', () => {
  test('move the numbers as the outline of a face does', () => {
    expect(of({ eyeWideLeft: 0.6, eyeWideRight: 0.6 }).eyes).toBeGreaterThan(AT_REST.eyes);
    expect(of({ eyeBlinkLeft: 0.6, eyeBlinkRight: 0.6 }).eyes).toBeLessThan(AT_REST.eyes);
    expect(of({ browInnerUp: 0.6 }).brows).toBeGreaterThan(AT_REST.brows);
    expect(of({ browDownLeft: 0.6, browDownRight: 0.6 }).brows).toBeLessThan(AT_REST.brows);
    expect(of({ mouthStretchLeft: 0.6, mouthStretchRight: 0.6 }).mouth).toBeGreaterThan(AT_REST.mouth);
    expect(of({ mouthPucker: 0.6 }).mouth).toBeLessThan(AT_REST.mouth);
  });
  test('a smile moves nothing, whatever else the face does', () => {
    expect(of(SMILE)).toEqual(AT_REST);
    const tense = { browDownLeft: 0.7, browDownRight: 0.7, eyeBlinkLeft: 0.2, eyeBlinkRight: 0.2 };
    expect(of({ ...tense, ...SMILE })).toEqual(of(tense));
  });
  test('a twentieth of a full expression is the least that counts', () => {
    const floor = (name: string) => SENSES.face.measures.find((one) => one.name === name)!.floor;
    expect(of({ eyeWideLeft: 0.05, eyeWideRight: 0.05 }).eyes).toBeCloseTo(floor('eyes'), 6);
    expect(of({ browInnerUp: 0.05, browOuterUpLeft: 0.05, browOuterUpRight: 0.05 }).brows).toBeCloseTo(floor('brows'), 6);
    expect(of({ mouthStretchLeft: 0.05, mouthStretchRight: 0.05 }).mouth).toBeCloseTo(floor('mouth'), 6);
  });
  test('one side counts half', () => expect(of({ eyeBlinkLeft: 1 }).eyes).toBeCloseTo(of({ eyeBlinkLeft: 0.5, eyeBlinkRight: 0.5 }).eyes, 9));
});
