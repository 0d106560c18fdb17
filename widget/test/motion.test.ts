import { expect, test } from 'vitest';
import { createMotion } from '../src/senses/motion.ts';

const G = 9.81;
const hold = (motion: ReturnType<typeof createMotion>, readings: number, x: number, y: number, z: number) => {
  let turns = 0;
  for (let i = 0; i < readings; i++) if (motion.take(x, y, z)) turns++;
  return turns;
};

test('a device at rest has no energy, a shaken one has', () => {
  const motion = createMotion();
  hold(motion, 60, 0, 0, G);
  expect(motion.second()).toBeCloseTo(0);
  for (let i = 0; i < 60; i++) motion.take(0, 0, G + (i % 2 ? 2 : -2));
  expect(motion.second()).toBeCloseTo(2);
});

test('two readings say nothing of a second', () => {
  const motion = createMotion();
  hold(motion, 2, 0, 0, G);
  expect(motion.second()).toBeNull();
});

test('laid down and taken up is two turns, leaning is none', () => {
  const motion = createMotion();
  expect(hold(motion, 200, 0, G, 0)).toBe(0);
  expect(hold(motion, 300, 0, 0, G)).toBe(1);
  expect(hold(motion, 300, 0, 0.6 * G, 0.8 * G)).toBe(0);
  expect(hold(motion, 300, 0, G, 0)).toBe(1);
});
