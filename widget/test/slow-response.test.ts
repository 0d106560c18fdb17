// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { slowResponse } from '../src/collect/slow-response.ts';
import { Field } from '../src/schema.ts';
import { play, put, type Stage } from './stage.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that measures: `tell` plays what it would say of one input or frame. */
const measured = (): { stage: Stage; tell: (type: string, entry: object) => void } => {
  const observers: { type: string; fn: (list: { getEntries(): object[] }) => void }[] = [];
  class Observer {
    static supportedEntryTypes = ['event', 'long-animation-frame'];
    constructor(private readonly fn: (list: { getEntries(): object[] }) => void) {}
    observe({ type }: { type: string }) {
      observers.push({ type, fn: this.fn });
    }
    disconnect() {}
  }
  vi.stubGlobal('PerformanceObserver', Observer);
  const stage = play(slowResponse);
  return { stage, tell: (type, entry) => observers.filter((one) => one.type === type).forEach(({ fn }) => fn({ getEntries: () => [entry] })) };
};
const input = (startTime: number, duration: number, target?: Element) => ({ interactionId: 7, startTime, duration, target });
const frame = (startTime: number, duration: number, firstUIEventTimestamp: number) => ({ startTime, duration, firstUIEventTimestamp });

test('a press that is answered more than a second late is told, with its element', () => {
  const { stage, tell } = measured();
  tell('event', input(5000, 1304, put('<button id="it">')));
  expect(stage.signals).toEqual(['slow_response #it 13']);
  expect(stage.counts.get(Field.slowMs)).toBe(1104);
});

test('inputs that wait for the same are counted once', () => {
  const { stage, tell } = measured();
  tell('event', input(5000, 1200));
  tell('event', input(5080, 1120));
  tell('event', input(5900, 304));
  expect(stage.signals).toEqual(['slow_response  12']);
  expect(stage.counts.get(Field.slowMs)).toBe(1004);
});

test('a move or scroll that waits is no deed', () => {
  const { stage, tell } = measured();
  tell('event', { startTime: 5000, duration: 1400, interactionId: 0 });
  tell('long-animation-frame', frame(5000, 1400, 5001));
  expect(stage.signals).toEqual([]);
  expect(stage.counts.get(Field.slowMs)).toBe(undefined);
});

test('what is dragged and lags more than a second behind is told', () => {
  const { stage, tell } = measured();
  stage.drag();
  tell('long-animation-frame', frame(4990, 1300, 5000));
  expect(stage.signals).toEqual(['slow_response  13']);
  expect(stage.counts.get(Field.slowMs)).toBe(1090);
});

test('a long frame in which nothing came from the visitor is the page’s own matter', () => {
  const { stage, tell } = measured();
  stage.drag();
  tell('long-animation-frame', frame(5000, 1300, 0));
  expect(stage.signals).toEqual([]);
});

test('a long frame and a press that it kept waiting are one', () => {
  const { stage, tell } = measured();
  stage.drag();
  tell('long-animation-frame', frame(4990, 1310, 5000));
  tell('event', input(5000, 1296));
  expect(stage.signals).toEqual(['slow_response  13']);
  expect(stage.counts.get(Field.slowMs)).toBe(1100);
});
