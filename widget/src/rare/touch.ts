import { add, keep } from '../lists.ts';
import { abs, max } from '../natives.ts';
import { SignalKind } from '../schema.ts';
import { By, type Collector, type Press, Topic } from '../sink.ts';
import { lookOf, madeForClicks } from '../collect/controls.ts';

/** A swipe is at least this long, CSS px. */
const SWIPE = 30;
/** What it moves shows within this time, ms. */
const ANSWER = 400;
/** A swipe that begins this near the edge is the browser's own gesture, CSS px. */
const EDGE = 24;
/** A tap this near a control, CSS px, and this long before the tap on it, ms, was meant for it. */
const NEAR = 44;
const SOON = 2000;

/** Swipes that move nothing, and taps that land beside their control. */
export const touches: Collector = (sink) => {
  let start: Touch | null = null;
  let startedAt = 0;
  let look = 0;
  let answered = 0;
  let missed: Press[] = [];

  sink._hear(Topic.answer, (at) => {
    answered = at;
  });
  sink._on('touchstart', ({ touches }: TouchEvent, at, target) => {
    start = touches.length === 1 ? touches[0]! : null;
    startedAt = at;
    look = lookOf(target);
    sink._active(at);
  });
  sink._on('touchend', ({ changedTouches }: TouchEvent, at, element) => {
    const end = changedTouches[0];
    if (!start || !end) return;
    const dx = end.clientX - start.clientX;
    const dy = end.clientY - start.clientY;
    const { clientX } = start;
    const began = startedAt;
    start = null;
    if (max(abs(dx), abs(dy)) < SWIPE || at - began > 1000) return;
    sink._after(ANSWER, () => {
      const page = document.scrollingElement!;
      const edge = clientX < EDGE || clientX > innerWidth - EDGE;
      // Up and down: at its ends, or with nothing to scroll, a page stands still rightly.
      const room = dy < 0 ? page.scrollHeight - innerHeight - page.scrollTop : page.scrollTop;
      const rightly = abs(dx) > abs(dy) ? edge : room < 2;
      if (answered >= began || lookOf(element) !== look || rightly || madeForClicks(element)) return;
      if (!getSelection()?.isCollapsed) return;
      sink._signal(SignalKind.dead_swipe, element, 1);
    });
  });

  sink._hear(Topic.press, (press) => {
    if (press._by !== By.touch) return;
    const control = press._control;
    missed = keep(missed, (tap) => press._at - tap._at < SOON && (answered < tap._at || answered > press._at));
    if (!control && !press._honest) add(missed, press);
    const near = keep(missed, (tap) => abs(tap._x - press._x) <= NEAR && abs(tap._y - press._y) <= NEAR);
    if (!control) return;
    missed = [];
    if (near.length) sink._signal(SignalKind.mis_tap, control, near.length);
  });
};
