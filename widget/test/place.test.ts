import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place } from '../src/hints/place.ts';

const card = { width: 332, height: 180 };
const view = { width: 1280, height: 800 };

test('a card stands below its anchor where there is room', () =>
  expect(place({ left: 600, top: 300, width: 80, height: 30 }, card, view)).toMatchObject({ side: 'bottom', top: 342, left: 474 }));

test('it flips above where there is none below', () =>
  expect(place({ left: 600, top: 700, width: 80, height: 30 }, card, view)).toMatchObject({ side: 'top', top: 508 }));

test('it shifts to stay in the window', () =>
  expect(place({ left: 1220, top: 300, width: 60, height: 30 }, card, view)).toMatchObject({ left: 940 }));

test('beside a tall anchor it stands at the side reading begins, in both directions', () => {
  const tall = { left: 500, top: 0, width: 200, height: 800 };
  expect([place(tall, card, view)?.side, place(tall, card, view, true)?.side]).toEqual(['right', 'left']);
});

test('an anchor out of sight has no place', () =>
  expect(place({ left: 600, top: 900, width: 80, height: 30 }, card, view)).toBeNull());

test('whatever the anchor, the card stays in a window that can hold it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 1300 }), fc.integer({ min: -100, max: 900 }), fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1000 }), fc.boolean(),
      (left, top, width, height, rtl) => {
        const found = place({ left, top, width, height }, card, view, rtl);
        if (!found) return;
        expect(found.left).toBeGreaterThanOrEqual(0);
        expect(found.top).toBeGreaterThanOrEqual(0);
        expect(found.left + card.width).toBeLessThanOrEqual(view.width);
        expect(found.top + card.height).toBeLessThanOrEqual(view.height);
      },
    ),
  );
});
