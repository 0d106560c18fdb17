import { controlOf } from '../collect/controls.ts';
import type { Press } from '../sink.ts';

/** The control at a point, when the press was meant for it and hit something else; else null. */
export const movedTo = ({ _control, _target }: Press, x: number, y: number): Element | null => {
  const there = document.elementFromPoint(x, y);
  const missed = there && controlOf(there);
  return missed?.contains(_control ?? _target) ? null : missed;
};
