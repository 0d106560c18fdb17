import { SignalKind } from '../schema.ts';
import { type Collector, Topic } from '../sink.ts';
import { lookOf } from './controls.ts';

/** So many clicks in a row that changed nothing. */
const FUTILE = 3;
/** Longest gap between two of them, ms. */
const GAP = 1000;
/** The last click gets this long to show an effect before the burst is told, ms. */
const GRACE = 120;

/** Futile clicks on one control in quick succession. A click that changes its widget is work, however fast it repeats. */
export const rageClick: Collector = (sink) => {
  let control: Element | null = null;
  let watched: Element | null = null;
  let look = 0;
  let last = 0;
  let futile = 0;
  let told = false;
  let answered = 0;

  sink._hear(Topic.answer, (at) => {
    answered = at;
  });
  sink._hear(Topic.press, (press) => {
    const target = press._control;
    if (!target || press._honest) {
      control = null;
      return;
    }
    const sameBurst = target === control && press._at - last < GAP;
    if (!sameBurst) told = false;
    const worked = answered >= last || press._watched !== watched || press._look !== look;
    futile = sameBurst && !worked ? futile + 1 : 1;
    control = target;
    watched = press._watched;
    look = press._look;
    last = press._at;
    if (futile < FUTILE || told) return;
    sink._after(GRACE, () => {
      if (told || answered >= press._at || lookOf(press._watched) !== press._look) return;
      told = true;
      sink._signal(SignalKind.rage_click, target, futile);
    });
  });
};
