// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { path } from '../src/collect/path.ts';
import { Field } from '../src/schema.ts';
import { Topic } from '../src/sink.ts';
import { play, put, type Stage } from './stage.ts';

const move = (stage: Stage, x: number, y: number, facts: object = {}) => {
  stage.fire('pointermove', { clientX: x, clientY: y, buttons: 0, pointerType: 'mouse', ...facts }, document.body);
  stage.pass(10);
};
const shake = (stage: Stage, times: number, width: number, facts: object = {}) => {
  for (let i = 0; i < times; i++) move(stage, 200 + (i % 2 ? width : -width), 100, facts);
  stage.gather();
};

test('moves are counted when a frame is made', () => {
  const stage = play(path(true));
  move(stage, 0, 0);
  move(stage, 30, 40);
  expect(stage.counts.get(Field.moves)).toBeUndefined();
  stage.gather();
  expect([stage.counts.get(Field.moves), stage.counts.get(Field.pathPx)]).toEqual([2, 5]);
});

test('more moves than a batch holds are all counted', () => {
  const stage = play(path(true));
  for (let i = 0; i < 100; i++) move(stage, i, 0);
  stage.gather();
  expect(stage.counts.get(Field.moves)).toBe(100);
});

test('a turn on either axis is a reversal', () => {
  const stage = play(path(true));
  for (const [x, y] of [[10, 10], [20, 20], [10, 30], [20, 20]] as const) move(stage, x, y);
  stage.gather();
  expect(stage.counts.get(Field.reversals)).toBe(3);
});

test('a rest of 100 ms to a second is a pause', () => {
  const stage = play(path(true));
  move(stage, 1, 1);
  stage.pass(200);
  move(stage, 2, 2);
  stage.pass(2000);
  move(stage, 3, 3);
  stage.gather();
  expect(stage.counts.get(Field.pauses)).toBe(1);
});

test('without the channel nothing of the path is counted', () => {
  const stage = play(path(false));
  shake(stage, 10, 50);
  expect(stage.counts.size).toBe(0);
});

test('twenty turns within two seconds shake the cursor, once', () => {
  const stage = play(path(false));
  shake(stage, 40, 60);
  expect(stage.signals).toEqual(['thrash  20']);
});

test.each([['a tremor', 30, 3, {}], ['a drag', 30, 60, { buttons: 1 }], ['a finger', 30, 60, { buttons: 1, pointerType: 'touch' }], ['a few turns', 12, 60, {}]] as const)(
  '%s is no shaking',
  (_name, times, width, facts) => {
    const stage = play(path(true));
    shake(stage, times, width, facts);
    expect(stage.signals).toEqual([]);
  },
);

const hovered = (stage: Stage, button: Element, ms: number) => {
  stage.fire('pointermove', { clientX: 1, clientY: 1, buttons: 0 }, document.body);
  stage.fire('pointermove', { clientX: 5, clientY: 5, buttons: 0 }, button);
  stage.pass(ms);
  stage.press(button);
  stage.pass(50);
};

test('a hover far above the visitor’s own usual is hesitation', () => {
  const button = put('<button id="it">Order</button>');
  const stage = play(path(false));
  for (let i = 0; i < 8; i++) hovered(stage, button, 300);
  hovered(stage, button, 4000);
  expect(stage.signals).toEqual(['hesitation #it 40']);
});

test('where the page makes everybody think, a long hover is usual', () => {
  const button = put('<button id="it">Order</button>');
  const stage = play(path(false));
  stage.tell(Topic.enter, { _page: '/shop', _how: 'load' });
  for (let i = 0; i < 12; i++) hovered(stage, button, 300);
  stage.tell(Topic.enter, { _page: '/terms', _how: 'push' });
  for (let i = 0; i < 4; i++) hovered(stage, button, 2500);
  hovered(stage, button, 4000);
  expect(stage.signals).toEqual([]);
});

test('the same hover says nothing while the usual is unknown, or where it is usual', () => {
  const button = put('<button id="it">Order</button>');
  const stage = play(path(false));
  hovered(stage, button, 4000);
  for (let i = 0; i < 12; i++) hovered(stage, button, 2500);
  hovered(stage, button, 4000);
  expect(stage.signals).toEqual([]);
});
