import { controlOf } from '../collect/controls.ts';
import type { LayoutShift } from '../collect/moving-target.ts';
import { each } from '../lists.ts';
import type { Press } from '../sink.ts';

/** The control that one of `shifts` took from under a press which hit something else; else null. Reads layout: call it outside event handlers. */
export const movedTo = ({ _control, _target, _x, _y }: Press, shifts: LayoutShift[]): Element | null => {
  let missed: Element | null = null;
  if (_target.ownerDocument !== document) return missed; // a frame's own places are not the page's
  each(shifts, ({ sources }) =>
    each(sources, ({ previousRect: was, currentRect: is }) => {
      if (missed || _x < was.left || _x > was.right || _y < was.top || _y > was.bottom) return;
      const there = document.elementFromPoint(_x + is.left - was.left, _y + is.top - was.top);
      const control = there && controlOf(there);
      if (!control?.contains(_control ?? _target)) missed = control;
    }),
  );
  return missed;
};
