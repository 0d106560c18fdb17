import { SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';

/** So many turns on one axis within SPAN ms. */
const TURNS = 20;
const SPAN = 2000;
/** A turn must come back at least this far, CSS px: a tremor stays below. */
const LEG = 12;

/** Follows one axis; true when a move completes the TURNSth turn within SPAN. */
const axis = () => {
  const times = new Float64Array(TURNS).fill(-SPAN);
  let extreme = 0;
  let direction = 1;
  let turns = 0;
  return {
    _move(position: number, at: number): boolean {
      const ahead = (position - extreme) * direction;
      if (ahead >= 0) {
        extreme = position;
        return false;
      }
      if (ahead > -LEG) return false;
      direction = -direction;
      extreme = position;
      const oldest = times[turns % TURNS]!;
      times[turns++ % TURNS] = at;
      return at - oldest < SPAN;
    },
    _forget(position: number) {
      times.fill(-SPAN);
      extreme = position;
    },
  };
};

/** The cursor shaken to and fro with no button held. */
export const thrash: Collector = (sink) => {
  const horizontal = axis();
  const vertical = axis();
  let calmAt = 0;
  sink._on('pointermove', (event: PointerEvent) => {
    const { clientX, clientY, timeStamp } = event;
    sink._active(timeStamp);
    const shaken = horizontal._move(clientX, timeStamp);
    if (!vertical._move(clientY, timeStamp) && !shaken) return;
    const quiet = timeStamp >= calmAt && !event.buttons && event.pointerType !== 'touch';
    calmAt = timeStamp + SPAN;
    horizontal._forget(clientX);
    vertical._forget(clientY);
    if (quiet) sink._signal(SignalKind.thrash, null, TURNS);
  });
};
