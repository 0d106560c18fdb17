import { add, each } from '../lists.ts';
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
/** So many edits are not left to wait, whoever makes them. */
const MANY = 32;

/** Counts keys and corrections in fields; never which key. */
export const keys: Collector = (sink) => {
  const times = new Float64Array(KEPT);
  const deletes = new Uint8Array(KEPT);
  let presses = 0; // in this field, all of them
  let field: Element | null = null;
  let outer: EventTarget | null = null; // what the page calls that field: in a shadow root it is the root's host
  let repeated = false;
  let edits: InputEvent[] = [];

  // Noted as they come, and reckoned with once the field has changed: a call less for each key. Editors that change their text themselves
  // let no input event follow; theirs are reckoned with at the next key, or before the frame.
  const reckon = () => {
    const list = edits;
    if (list.length) edits = [];
    each(list, ({ isTrusted, inputType, isComposing, timeStamp, target }) => {
      if (!isTrusted || isComposing) return;
      if (/^insert(From[PDY]|Repl)/.test(inputType)) sink._add(Field.pastes); // paste, drop, yank, replacement
      if (repeated || !/^delete/.test(inputType)) return;
      sink._add(Field.corrections);
      if (target !== outer || !presses) return;
      deletes[(presses - 1) % KEPT] = 1;
      let recent = 0;
      let deleted = 0;
      while (recent < KEPT && recent < presses) {
        const at = (presses - 1 - recent) % KEPT;
        if (timeStamp - times[at]! >= SPAN) break;
        recent++;
        deleted += deletes[at]!;
      }
      if (recent < PRESSES || deleted * 2 <= recent) return;
      presses = 0;
      sink._signal(SignalKind.correction_burst, field, deleted);
    });
  };
  sink._gather(reckon);
  const look = sink._guard(reckon);

  sink._on('keydown', (event: KeyboardEvent, at, target) => {
    reckon();
    repeated = event.repeat;
    if (!editable(target)) return;
    sink._mark(State.typing, at + TYPING);
    if (repeated || event.key === 'Tab') return;
    sink._add(Field.keys);
    if (target !== field) presses = 0;
    field = target;
    outer = event.target;
    deletes[presses % KEPT] = 0;
    times[presses++ % KEPT] = at;
  });
  sink._note('beforeinput', (event: InputEvent) => {
    add(edits, event);
    if (edits.length === MANY) look();
  });
  sink._on('input', (event: InputEvent, _, target) => {
    reckon();
    // What a browser or password manager fills in comes as a plain input event.
    if (event.inputType === undefined && editable(target)) sink._add(Field.pastes);
  });
};
