import type { HintMessage } from '../surroundings.ts';
import { findRef } from './find.ts';

/** Finds the hint's element now; asked again and again, since pages replace their elements. */
export function anchorOf(hint: HintMessage): Element | null {
  const { anchor } = hint;
  let found: Element | null = null;
  try {
    if (anchor?.type === 'element') found = findRef(anchor.ref);
    if (anchor?.type === 'selector') found = document.querySelector(anchor.css);
  } catch {
    return null; // a selector that is none
  }
  return found?.getClientRects().length ? found : null;
}
