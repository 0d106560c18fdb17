import { hidden, max, now } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { By, type Collector, type Press, Topic } from '../sink.ts';
import { lookOf } from './controls.ts';

/** A click without any answer is suspicious after this time, ms … */
const PROVISIONAL = 500;
/** … and dead after this, ms: people wait about a second for a page. */
const CONFIRMED = 1200;
/** A window change this long before the click belongs to it, ms. */
const BEFORE = 100;
/** A visible answer later than this is told as slow, ms, at the latest after SLOW_LIMIT. */
const SLOW = 1000;
const SLOW_LIMIT = 4000;

/** Clicks on a control that nothing follows, and clicks whose request makes the visitor wait. */
export const deadClick: Collector = (sink) => {
  let pending: Press | null = null;
  let answered = 0;
  let requested = 0;
  let waiting: Press | null = null;
  let cancel = () => {};
  const alive = () => {
    pending = null;
    cancel();
  };

  const slow = (at: number) => {
    const press = waiting!;
    waiting = null;
    const late = at - press._at;
    if (late < SLOW) return;
    sink._add(Field.slowMs, late - 200);
    sink._signal(SignalKind.slow_response, press._control, late / 100);
  };
  sink._hear(Topic.answer, (at) => {
    answered = at;
    if (pending && at >= pending._at) alive();
    if (waiting && at > waiting._at + 5) slow(at);
  });
  sink._hear(Topic.request, (at) => {
    requested = at;
  });
  sink._hear(Topic.signal, ({ _kind, _element }) => {
    if (_kind === SignalKind.rage_click && _element === pending?._control) alive(); // one incident, one signal
  });
  sink._hear(Topic.press, (press) => {
    alive();
    waiting = null;
    // A single key may speak to a screen reader alone: only repeated or failing ones tell (see rage click, error click).
    pending = press._control && !press._honest && !press._leaves && press._by !== By.keys ? press : null;
    if (!pending) return;
    const control = press._control!;
    const changed = () => answered >= press._at - BEFORE || lookOf(press._watched) !== press._look;
    const wait = (ms: number, fn: () => void) => {
      cancel = sink._after(max(0, press._at + ms - now()), fn);
    };
    wait(PROVISIONAL, () => {
      if (changed()) alive();
      else if (requested >= press._at) {
        alive();
        waiting = press;
        wait(SLOW_LIMIT, () => waiting && slow(now()));
      } else
        wait(CONFIRMED, () => {
          alive();
          if (!changed() && requested < press._at && !hidden()) sink._signal(SignalKind.dead_click, control, 1);
        });
    });
  });
};
