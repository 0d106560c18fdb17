// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { often, turner } from '../src/collect/often.ts';
import { createUsual } from '../src/usual.ts';
import { memoryStore } from './stage.ts';

test('the last of so many times within the span is told, once an incident', () => {
  const told = often(3, 1000);
  expect([0, 100, 200, 300, 400].map(told)).toEqual([false, false, true, false, false]);
});

test('times too far apart are not', () => {
  const told = often(3, 1000);
  expect([0, 600, 1200, 1800].map(told)).toEqual([false, false, false, false]);
});

test('after a rest it is a new incident', () => {
  const told = often(2, 1000);
  expect([0, 100, 5000, 5100].map(told)).toEqual([false, true, false, true]);
});

test('a turn counts when it comes back far enough', () => {
  const turned = turner(12);
  expect([0, 50, 45, 30, 20, 60].map(turned)).toEqual([false, false, false, true, false, true]);
});

test('a usual settles near the middle of what was seen', () => {
  const usual = createUsual(memoryStore(), 'hover');
  for (let i = 0; i < 300; i++) usual._learn(i % 10 === 0 ? 8000 : 380 + (i % 5) * 20);
  expect(usual._median()).toBeGreaterThan(350);
  expect(usual._median()).toBeLessThan(520);
});

test('a usual is kept on the device', () => {
  const store = memoryStore();
  const usual = createUsual(store, 'hover');
  usual._learn(400);
  usual._keep();
  expect(createUsual(store, 'hover')._median()).toBe(400);
});
