import { each } from '../lists.ts';
import { Field } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable, targetOf } from '../collect/controls.ts';

/** A longer rest between two keys is thinking, not rhythm, ms. */
const REST = 2000;

/** Upper ends of the first four bins, ms; the fifth ends at REST. */
const BINS = [120, 250, 500, 1000];

/** Channel `typing`: the rhythm of key presses as counts and sums a second. Passwords and payment numbers are left out. */
export const rhythm: Collector = (sink) => {
  let field: EventTarget | null = null;
  let last = 0;
  sink._on('keydown', (event: KeyboardEvent) => {
    const target = targetOf(event) as HTMLInputElement;
    if (event.repeat || event.isComposing || !editable(target)) return;
    if (/^cc-|password/.test(`${target.autocomplete}${target.type}`)) return;
    const gap = event.timeStamp - last;
    last = event.timeStamp;
    if (target !== field || gap >= REST) {
      field = target;
      return;
    }
    sink._add(Field.keyGaps);
    sink._add(Field.keyGapMs, gap);
    sink._add(Field.keyGapMsSquared, (gap * gap) / 1024);
    let bin = Field.gapsUnder120;
    each(BINS, (end) => {
      if (gap >= end) bin++;
    });
    sink._add(bin);
  });
};
