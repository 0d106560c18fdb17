import { each } from '../lists.ts';
import { abs, nextFrame } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { often, turner } from './often.ts';

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

/** How far the visitor scrolls, and to and fro. */
export const scrolling: Collector = (sink) => {
  const hunting = often(TURNS, SPAN);
  let scroller: Element | null = null;
  let position = 0;
  let turn = turner(TURN);
  let longTurn = turner(LONG_TURN);
  let visitor = -BY_VISITOR;
  let waiting = false;

  each(['wheel', 'touchmove', 'keydown', 'pointerdown'], (type) =>
    sink._on(type, (_, at) => {
      visitor = at;
    }),
  );
  sink._on('scroll', (_, at, target) => {
    if (waiting || at - visitor > BY_VISITOR || target.localName === 'input') return;
    waiting = true;
    sink._active(at);
    const read = () => {
      waiting = false;
      const next = (target as unknown as Document).scrollingElement ?? target;
      const top = next.scrollTop;
      if (next !== scroller) {
        scroller = next;
        position = top;
        turn = turner(TURN);
        longTurn = turner(LONG_TURN);
      }
      sink._add(Field.scrollPx, abs(top - position) / 10);
      position = top;
      if (turn(top)) sink._add(Field.scrollReversals);
      if (longTurn(top) && hunting(at)) sink._signal(SignalKind.scroll_reversal, null, TURNS);
    };
    sink._after(EVERY, () => nextFrame(() => sink._after(0, read)));
  });
};
