import { each } from '../lists.ts';
import type { Sink } from '../sink.ts';

/** Calls `fn` with each of the browser's own measurements of `type`; null where the browser has none. */
export const observe = <T extends PerformanceEntry>(
  sink: Sink,
  type: string,
  fn: (entry: T) => void,
  durationThreshold?: number,
): { _take(): void } | null => {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return null; // without the API it throws, and what asked does not start
  const all = sink._guard((entries: PerformanceEntryList) => each(entries as T[], fn));
  const observer = new PerformanceObserver((list) => all(list.getEntries()));
  observer.observe({ type, durationThreshold } as PerformanceObserverInit);
  sink._undo(() => observer.disconnect());
  return { _take: () => all(observer.takeRecords()) };
};
