export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}
export type Side = 'bottom' | 'top' | 'right' | 'left';

/** Where a callout goes: its corner, the side of the anchor it stands on, and how far along its edge the arrow sits. */
export interface Place {
  left: number;
  top: number;
  side: Side;
  arrow: number;
}

/** Distance between anchor and card, and between card and the window's edge, CSS px. */
const GAP = 12;
const EDGE = 8;
/** The arrow keeps this far from the card's corners, CSS px. */
const CORNER = 20;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/**
 * The first side of `anchor` on which `card` fits, else the one with most room (flip), moved along that side to stay in
 * `view` (shift); null when the anchor itself is out of sight.
 */
export function place(anchor: Box, card: Size, view: Size, rtl = false): Place | null {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  if (bottom <= 0 || anchor.top >= view.height || right <= 0 || anchor.left >= view.width) return null;
  const tall = card.height + GAP + EDGE;
  const wide = card.width + GAP + EDGE;
  const room: { [side in Side]: number } = {
    bottom: view.height - bottom - tall,
    top: anchor.top - tall,
    right: view.width - right - wide,
    left: anchor.left - wide,
  };
  const order: Side[] = rtl ? ['bottom', 'top', 'left', 'right'] : ['bottom', 'top', 'right', 'left'];
  const side = order.find((one) => room[one] >= 0) ?? (room.bottom >= room.top ? 'bottom' : 'top');
  const vertical = side === 'bottom' || side === 'top';
  const middleX = anchor.left + anchor.width / 2;
  const middleY = anchor.top + anchor.height / 2;
  const left = vertical
    ? middleX - card.width / 2
    : side === 'right'
      ? right + GAP
      : anchor.left - GAP - card.width;
  const top = vertical
    ? side === 'bottom'
      ? bottom + GAP
      : anchor.top - GAP - card.height
    : middleY - card.height / 2;
  const x = clamp(left, EDGE, Math.max(EDGE, view.width - card.width - EDGE));
  const y = clamp(top, EDGE, Math.max(EDGE, view.height - card.height - EDGE));
  const length = vertical ? card.width : card.height;
  return { left: x, top: y, side, arrow: clamp(vertical ? middleX - x : middleY - y, CORNER, length - CORNER) };
}
