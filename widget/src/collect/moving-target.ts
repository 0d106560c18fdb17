import { add, keep } from '../lists.ts';
import { SignalKind } from '../schema.ts';
import { By, type Collector, Topic } from '../sink.ts';
import { observe } from './performance.ts';

/** A shift this long before a press spoils it, ms: less than the time to react. */
const BEFORE = 500;
/** Shifts remembered are forgotten when there are more than these. */
const KEPT = 20;

/** The browser's own record that something slid from one place to another. */
export interface LayoutShift extends PerformanceEntry {
  sources: { previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** A press that missed because the control slid away, by the browser's own record of layout shifts. */
export const movingTarget: Collector = (sink) => {
  let shifts: LayoutShift[] = [];
  const observer = observe(sink, 'layout-shift', (shift: LayoutShift) => {
    if (shifts.length > KEPT) shifts = [];
    add(shifts, shift);
  });
  sink._hear(Topic.press, (press) => {
    observer?._take();
    const recent = keep(shifts, ({ startTime }) => press._at >= startTime && press._at - startTime <= BEFORE);
    if (press._by === By.keys || !recent.length) return;
    sink._rarely((rare) => {
      const missed = rare?._movedTo(press, recent);
      if (!missed) return;
      shifts = [];
      sink._signal(SignalKind.moving_target, missed, 1);
    });
  });
};
