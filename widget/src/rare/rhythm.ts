import { Field } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable } from '../collect/controls.ts';

/** A longer rest between two keys is thinking, not rhythm, ms. */
const REST = 2000;

/** Upper ends of the bins, ms. */
const BINS = [120, 250, 500, 1000, REST];

/** Channel `typing`: the rhythm of key presses as counts and sums a second. Passwords and payment numbers are left out. */
export const rhythm: Collector = (sink) => {
  let field: EventTarget | null = null;
  let secret = false;
  let last = 0;
  sink._on('keydown', (event: KeyboardEvent, at, target) => {
    if (!editable(target) || event.repeat || event.isComposing) return;
    const gap = at - last;
    last = at;
    if (target !== field || gap >= REST) {
      const { autocomplete, type } = target as HTMLInputElement;
      secret = /^cc-|password/.test(`${autocomplete}${type}`);
      field = target;
      return;
    }
    if (secret || (target as HTMLInputElement).type === 'password') return; // a password may be shown and hidden meanwhile
    sink._add(Field.keyGaps);
    sink._add(Field.keyGapMs, gap);
    sink._add(Field.keyGapMsSquared, (gap * gap) / 1024);
    let bin = 0;
    while (gap >= BINS[bin]!) bin++;
    sink._add(Field.gapsUnder120 + bin);
  });
};
