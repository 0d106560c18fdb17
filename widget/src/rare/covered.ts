import { controlOf } from '../collect/controls.ts';
import { each } from '../lists.ts';

/** The control that is seen at a point although clear layers lie above it. Reads layout: call it outside event handlers. */
export const coveredAt = (page: Document, x: number, y: number): Element | null => {
  let covered: Element | null = null;
  each(page.elementsFromPoint(x, y), (at) => {
    covered = controlOf(at);
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    const clear = /^(transparent|.*, 0\))$/.test(backgroundColor) && backgroundImage === 'none' && !at.textContent!.trim();
    return !!covered || !(clear || opacity === '0') || /^(img|svg|video|canvas|iframe)$/.test(at.localName);
  });
  return covered;
};
