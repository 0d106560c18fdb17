import { SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { controlOf } from './controls.ts';

/** A shift this long before a press spoils it, ms: less than the time to react. */
const BEFORE = 500;
/** Shifts remembered. */
const KEPT = 6;

interface Shift {
  _at: number;
  _was: DOMRectReadOnly;
  _is: DOMRectReadOnly;
}
interface LayoutShift extends PerformanceEntry {
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

const holds = (rect: DOMRectReadOnly, x: number, y: number) =>
  x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

/** A press that missed because the control slid away, by the browser's own record of layout shifts. */
export const movingTarget: Collector = (sink) => {
  const type = 'layout-shift';
  if (!window.PerformanceObserver?.supportedEntryTypes?.includes(type)) return;
  const shifts: Shift[] = [];
  let count = 0;
  const note = (list: PerformanceEntryList) => {
    for (let i = 0; i < list.length; i++) {
      const { startTime, sources } = list[i] as LayoutShift;
      for (let j = 0; j < sources.length; j++)
        shifts[count++ % KEPT] = { _at: startTime, _was: sources[j]!.previousRect, _is: sources[j]!.currentRect };
    }
  };
  const observer = new PerformanceObserver(sink._guard((list: PerformanceObserverEntryList) => note(list.getEntries())));
  observer.observe({ type });
  sink._undo(() => observer.disconnect());

  sink._hear('press', (press) => {
    note(observer.takeRecords());
    for (let i = 0; i < shifts.length; i++) {
      const { _at, _was, _is } = shifts[i]!;
      const age = press._at - _at;
      if (age < 0 || age > BEFORE || !holds(_was, press._x, press._y)) continue;
      const there = document.elementFromPoint(press._x + _is.left - _was.left, press._y + _is.top - _was.top);
      const missed = there && controlOf(there);
      if (!missed || missed === press._control || missed.contains(press._target)) continue;
      sink._signal(SignalKind.moving_target, missed, 1);
      shifts.length = 0;
      count = 0;
      return;
    }
  });
};
