import { max } from '../natives.ts';
import { Field, SignalKind, State } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { observe } from './performance.ts';

/** Waiting longer than this is counted, ms … */
const LATE = 200;
/** … and longer than this is told, ms. */
const SLOW = 1000;

interface EventTiming extends PerformanceEntry {
  interactionId?: number;
  target?: Node | null;
}

interface LongFrame extends PerformanceEntry {
  firstUIEventTimestamp: number;
}

/**
 * Inputs that the page was too busy to answer, by the browser's own measurement: presses and keys by Event Timing, and what is dragged, which
 * that does not measure, by long animation frames. A long frame that no input waits for keeps nobody waiting.
 */
export const slowResponse: Collector = (sink) => {
  let counted = 0; // page time up to which waiting is counted: several inputs, and both measurements, may tell of the same
  let told = 0;
  const late = (from: number, to: number, target: Node | null = null) => {
    const more = to - max(from + LATE, counted);
    if (more <= 0) return;
    sink._add(Field.slowMs, more);
    counted = to;
    if (to - from < SLOW || from < told) return;
    told = to;
    sink._signal(SignalKind.slow_response, target as Element | null, (to - from) / 100);
  };
  // Without an interaction it is a move or scroll, no deed.
  observe(sink, 'event', ({ interactionId, startTime: from, duration, target }: EventTiming) => interactionId && late(from, from + duration, target), LATE);
  observe(
    sink,
    'long-animation-frame',
    ({ startTime, duration, firstUIEventTimestamp: from }: LongFrame) => from && sink._state() & State.dragging && late(from, startTime + duration),
  );
};
