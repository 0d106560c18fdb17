import { add, each } from '../lists.ts';
import { SignalKind } from '../schema.ts';
import { By, type Collector, Topic } from '../sink.ts';
import { observe } from './performance.ts';

/** A shift this long before a press spoils it, ms: less than the time to react. */
const BEFORE = 500;
/** Shifts remembered are forgotten when there are more than these. */
const KEPT = 20;

interface LayoutShift extends PerformanceEntry {
  sources: { previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** A press that missed because the control slid away, by the browser's own record of layout shifts. */
export const movingTarget: Collector = (sink) => {
  let shifts: [at: number, was: DOMRectReadOnly, is: DOMRectReadOnly][] = [];
  const observer = observe(sink, 'layout-shift', ({ startTime, sources }: LayoutShift) => {
    if (shifts.length > KEPT) shifts = [];
    each(sources, ({ previousRect, currentRect }) => add(shifts, [startTime, previousRect, currentRect]));
  });
  sink._hear(Topic.press, (press) => {
    const { _at, _x, _y, _by, _target } = press;
    if (_by === By.keys || _target.ownerDocument !== document) return;
    observer?._take();
    each(shifts, ([at, was, is]) => {
      const age = _at - at;
      if (age < 0 || age > BEFORE || _x < was.left || _x > was.right || _y < was.top || _y > was.bottom) return false;
      sink._rarely((rare) => {
        const missed = rare?._movedTo(press, _x + is.left - was.left, _y + is.top - was.top);
        if (!missed || !shifts.length) return;
        shifts = [];
        sink._signal(SignalKind.moving_target, missed, 1);
      });
      return !shifts.length;
    });
  });
};
