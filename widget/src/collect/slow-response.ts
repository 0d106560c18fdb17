import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { observe } from './performance.ts';

/** Answers later than this are counted, ms … */
const LATE = 200;
/** … and later than this are told, ms. */
const SLOW = 1000;

interface EventTiming extends PerformanceEntry {
  interactionId?: number;
  target?: Node | null;
}

/** Inputs that the page was too busy to answer, by the browser's own measurement (Event Timing). */
export const slowResponse: Collector = (sink) => {
  let last = 0;
  let counted = 0;
  observe(
    sink,
    'event',
    ({ interactionId, duration, target }: EventTiming) => {
      if (!interactionId) return; // a move or scroll, no deed
      if (interactionId !== last) counted = LATE;
      last = interactionId;
      if (duration <= counted) return;
      sink._add(Field.slowMs, duration - counted);
      if (duration >= SLOW && counted < SLOW) sink._signal(SignalKind.slow_response, target as Element | null, duration / 100);
      counted = duration;
    },
    LATE,
  );
};
