import { abs } from '../natives.ts';
import { Field } from '../schema.ts';
import type { Collector } from '../sink.ts';

/** A rest between two moves counts as a pause from … to …, ms. */
const PAUSE = 100;
const AWAY = 1000;

/** Channel `pointer`: how the cursor moved, as counts and lengths a second; never where. */
export const pointer: Collector = (sink) => {
  let x = 0;
  let y = 0;
  let last = -AWAY;
  let signX = 0;
  let signY = 0;
  sink._on('pointermove', (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const at = event.timeStamp;
    const dx = event.clientX - x;
    const dy = event.clientY - y;
    const rest = at - last;
    x += dx;
    y += dy;
    last = at;
    sink._add(Field.moves);
    if (rest >= AWAY) return;
    sink._add(Field.pathPx, Math.sqrt(dx * dx + dy * dy) / 10);
    if (rest >= PAUSE) sink._add(Field.pauses);
    if (event.buttons) return;
    if (dx && abs(dx) === dx * -signX) sink._add(Field.reversals);
    if (dy && abs(dy) === dy * -signY) sink._add(Field.reversals);
    if (dx) signX = dx > 0 ? 1 : -1;
    if (dy) signY = dy > 0 ? 1 : -1;
  });
};
