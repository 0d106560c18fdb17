import { describe, expect, test } from 'vitest';
import { boxesOf, follow, ratiosOf } from '../src/senses/face-ratios.ts';

/** A made-up face around (x, y): only the landmarks that are looked at matter; the others lie in its middle. */
function face({ x = 96, y = 96, size = 100, eyes = 0.3, nod = 0 } = {}): Float32Array {
  const mesh = new Float32Array(1404);
  const put = (i: number, dx: number, dy: number, dz = 0) => mesh.set([x + size * dx, y + size * dy, size * dz], 3 * i);
  for (let i = 0; i < 468; i++) put(i, 0, 0);
  put(234, -0.5, 0), put(454, 0.5, 0), put(10, 0, -0.6, -nod / 2), put(152, 0, 0.6, nod / 2);
  for (const [outer, inner, upper, lower, brow, side] of [[33, 133, 159, 145, 105, -1], [263, 362, 386, 374, 334, 1]] as const) {
    put(outer, side * 0.35, -0.2), put(inner, side * 0.15, -0.2);
    put(upper, side * 0.25, -0.2 - 0.1 * eyes), put(lower, side * 0.25, -0.2 + 0.1 * eyes), put(brow, side * 0.25, -0.37);
  }
  put(61, -0.2, 0.3), put(291, 0.2, 0.3);
  return mesh;
}

describe('ratios', () => {
  test('do not change with distance and place', () => {
    const near = ratiosOf(face());
    const far = ratiosOf(face({ x: 40, y: 150, size: 37 }));
    for (const key of ['eyes', 'brows', 'mouth', 'head'] as const) expect(far[key]).toBeCloseTo(near[key], 4);
  });
  test('eyes rise with their opening, the head with its forward tilt', () => {
    expect(ratiosOf(face({ eyes: 0.3 })).eyes).toBeCloseTo(0.3, 4);
    expect(ratiosOf(face({ eyes: 0.45 })).eyes).toBeGreaterThan(ratiosOf(face({ eyes: 0.3 })).eyes);
    expect(ratiosOf(face({ nod: 0.3 })).head).toBeGreaterThan(ratiosOf(face()).head);
  });
});

test('a face is followed to where it is in the picture', () => {
  const next = follow(face({ x: 120, y: 96 }), { x: 300, y: 200, size: 384, roll: 0 }, 192);
  expect(next.x).toBeCloseTo(300 + 2 * 24);
  expect(next.y).toBeCloseTo(200);
  expect(next.size).toBeCloseTo(1.5 * 2 * 120);
  expect(next.roll).toBeCloseTo(0);
});

test('a turned crop is turned back', () => {
  const next = follow(face({ x: 120, y: 96 }), { x: 300, y: 200, size: 192, roll: Math.PI / 2 }, 192);
  expect(next.x).toBeCloseTo(300);
  expect(next.y).toBeCloseTo(224);
  expect(next.roll).toBeCloseTo(Math.PI / 2);
});

describe('the detector', () => {
  const none = () => {
    const raw = new Float32Array(896 * 17);
    for (let row = 0; row < 896; row++) raw[row * 17] = -9;
    return raw;
  };
  /** A face of 64 px whose middle is that of the cell (gx, gy) of the fine grid. */
  const at = (raw: Float32Array, gx: number, gy: number, sure = 4) => raw.set([sure, 0, 0, 64, 64], ((gy * 16 + gx) * 2) * 17);
  test('finds nothing where nothing is', () => expect(boxesOf(none(), 256)).toEqual([]));
  test('counts neighbouring boxes once, and two faces twice', () => {
    const raw = none();
    at(raw, 4, 8), at(raw, 5, 8, 3), at(raw, 12, 8);
    const boxes = boxesOf(raw, 256);
    expect(boxes).toHaveLength(2);
    expect(boxes[0]).toEqual([4.5 / 16, 8.5 / 16, 0.25]);
  });
});
