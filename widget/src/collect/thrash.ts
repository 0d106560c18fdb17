import { SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { often, turner } from './often.ts';

/** So many turns on one axis within SPAN ms. */
const TURNS = 20;
const SPAN = 2000;
/** A turn must come back at least this far, CSS px: a tremor stays below. */
const LEG = 12;

/** The cursor shaken to and fro with no button held. */
export const thrash: Collector = (sink) => {
  const turnsX = turner(LEG);
  const turnsY = turner(LEG);
  const oftenX = often(TURNS, SPAN);
  const oftenY = often(TURNS, SPAN);
  sink._on('pointermove', (event: PointerEvent) => {
    const { clientX, clientY, timeStamp } = event;
    sink._active(timeStamp);
    const shaken = (turnsX(clientX) && oftenX(timeStamp)) || (turnsY(clientY) && oftenY(timeStamp));
    if (shaken && !event.buttons && event.pointerType !== 'touch') sink._signal(SignalKind.thrash, null, TURNS);
  });
};
