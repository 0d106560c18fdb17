import { Field, SignalKind, State } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable } from '../collect/controls.ts';

/** The visitor counts as typing for this long after a key, ms. */
const TYPING = 1500;
/** More than half of at least PRESSES key presses in one field within SPAN ms were deletions. */
const PRESSES = 12;
const SPAN = 10_000;
/** Key presses remembered: faster than this nobody types for so long. */
const KEPT = 128;

/** Counts keys and corrections in fields; never which key. */
export const keys: Collector = (sink) => {
  const times = new Float64Array(KEPT);
  const deletes = new Uint8Array(KEPT);
  let presses = 0; // in this field, all of them
  let field: Element | null = null;
  let repeated = false;

  sink._on('keydown', (event: KeyboardEvent, at, target) => {
    repeated = event.repeat;
    if (!editable(target)) return;
    sink._mark(State.typing, at + TYPING);
    if (repeated || event.key === 'Tab') return;
    sink._add(Field.keys);
    if (target !== field) presses = 0;
    field = target;
    deletes[presses % KEPT] = 0;
    times[presses++ % KEPT] = at;
  });
  sink._on('beforeinput', ({ inputType, isComposing }: InputEvent, time, target) => {
    if (isComposing) return;
    if (/^insert(From[PDY]|Repl)/.test(inputType)) sink._add(Field.pastes); // paste, drop, yank, replacement
    if (repeated || !/^delete/.test(inputType)) return;
    sink._add(Field.corrections);
    if (target !== field || !presses) return;
    deletes[(presses - 1) % KEPT] = 1;
    let recent = 0;
    let deleted = 0;
    while (recent < KEPT && recent < presses) {
      const at = (presses - 1 - recent) % KEPT;
      if (time - times[at]! >= SPAN) break;
      recent++;
      deleted += deletes[at]!;
    }
    if (recent < PRESSES || deleted * 2 <= recent) return;
    presses = 0;
    sink._signal(SignalKind.correction_burst, target, deleted);
  });
  // What a browser or password manager fills in comes as a plain input event.
  sink._on('input', (event: InputEvent, _, target) => {
    if (event.inputType === undefined && editable(target)) sink._add(Field.pastes);
  });
};
