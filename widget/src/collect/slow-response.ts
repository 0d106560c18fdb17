import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';

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
  const type = 'event';
  if (!window.PerformanceObserver?.supportedEntryTypes?.includes(type)) return;
  let last = 0;
  let counted = 0;
  const observer = new PerformanceObserver(
    sink._guard((list: PerformanceObserverEntryList) => {
      const entries = list.getEntries() as EventTiming[];
      for (let i = 0; i < entries.length; i++) {
        const { interactionId, duration, target } = entries[i]!;
        if (!interactionId) continue; // a move or scroll, no deed
        if (interactionId !== last) counted = LATE;
        last = interactionId;
        if (duration <= counted) continue;
        sink._add(Field.slowMs, duration - counted);
        if (duration >= SLOW && counted < SLOW)
          sink._signal(SignalKind.slow_response, target instanceof Element ? target : null, duration / 100);
        counted = duration;
      }
    }),
  );
  observer.observe({ type, durationThreshold: LATE } as PerformanceObserverInit);
  sink._undo(() => observer.disconnect());
};
