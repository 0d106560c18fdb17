import { abs, nextFrame } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';

/** Scroll positions are read at most this often, ms, and only after a frame was painted, when layout is clean. */
const EVERY = 80;
/** A scroll that no wheel, touch, key or button came before within this time is the page's own, ms. */
const BY_VISITOR = 700;
/** A change of direction counts in the summary after this far, and for the signal after this far, CSS px. */
const TURN = 60;
const LONG_TURN = 200;
/** So many long turns within SPAN ms are hunting. */
const TURNS = 5;
const SPAN = 8000;

/** Counts changes of direction that come back at least `leg` px. */
const turner = (leg: number) => {
  let extreme = 0;
  let direction = 0;
  return (position: number): boolean => {
    const ahead = (position - extreme) * (direction || 1);
    if (!direction) {
      if (abs(ahead) >= leg) direction = ahead > 0 ? 1 : -1;
      if (direction) extreme = position;
      return false;
    }
    if (ahead >= 0) extreme = position;
    if (ahead > -leg) return false;
    direction = -direction;
    extreme = position;
    return true;
  };
};

/** How far the visitor scrolls, and to and fro. */
export const scrolling: Collector = (sink) => {
  const times = new Float64Array(TURNS).fill(-SPAN);
  let turns = 0;
  let quietUntil = 0;
  let scroller: Element | null = null;
  let position = 0;
  let turn = turner(TURN);
  let longTurn = turner(LONG_TURN);
  let visitor = -BY_VISITOR;
  let waiting = false;

  const by = (event: Event) => {
    visitor = event.timeStamp;
  };
  const types = 'wheel touchmove keydown pointerdown'.split(' ');
  for (let i = 0; i < types.length; i++) sink._on(types[i]!, by);

  const read = (next: Element, at: number) => {
    waiting = false;
    const top = next.scrollTop;
    if (next !== scroller) {
      if (scroller || top === 0) {
        scroller = next;
        position = top;
        turn = turner(TURN);
        longTurn = turner(LONG_TURN);
        return;
      }
      scroller = next;
    }
    const moved = abs(top - position);
    position = top;
    sink._add(Field.scrollPx, moved / 10);
    if (turn(top)) sink._add(Field.scrollReversals);
    if (!longTurn(top)) return;
    const oldest = times[turns % TURNS]!;
    times[turns++ % TURNS] = at;
    if (at - oldest >= SPAN || at < quietUntil) return;
    quietUntil = at + SPAN;
    sink._signal(SignalKind.scroll_reversal, null, TURNS);
  };
  sink._on('scroll', (event: Event) => {
    const at = event.timeStamp;
    if (waiting || at - visitor > BY_VISITOR) return;
    waiting = true;
    sink._active(at);
    const next = event.target === document ? (document.scrollingElement ?? document.documentElement) : (event.target as Element);
    sink._after(EVERY, () => nextFrame(() => sink._after(0, () => read(next, at))));
  });
};
