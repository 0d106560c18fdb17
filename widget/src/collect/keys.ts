import { add, keep } from '../lists.ts';
import { Field, SignalKind, State } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable, targetOf } from './controls.ts';

/** The visitor counts as typing for this long after a key, ms. */
const TYPING = 1500;
/** More than half of at least PRESSES key presses in one field within SPAN ms were deletions. */
const PRESSES = 12;
const SPAN = 10_000;

/** Counts keys and corrections in fields; never which key. */
export const keys: Collector = (sink) => {
  let presses: { _at: number; _deletes: boolean }[] = [];
  let field: Element | null = null;
  let repeated = false;

  sink._on('keydown', (event: KeyboardEvent) => {
    const target = targetOf(event);
    const { key, timeStamp } = event;
    const writes = editable(target);
    sink._active(timeStamp);
    repeated = event.repeat;
    if (key === 'Tab' || (!writes && /^Arrow/.test(key) && target !== document.body)) sink._add(Field.tabKeys);
    if (!writes) return;
    sink._mark(State.typing, timeStamp + TYPING);
    if (repeated || key === 'Tab') return;
    sink._add(Field.keys);
    presses = keep(presses, ({ _at }) => target === field && timeStamp - _at < SPAN);
    field = target;
    add(presses, { _at: timeStamp, _deletes: false });
  });
  sink._on('beforeinput', (event: InputEvent) => {
    const { inputType, isComposing } = event;
    if (isComposing) return;
    if (/^insert(From[PDY]|Repl)/.test(inputType)) sink._add(Field.pastes); // paste, drop, yank, replacement
    if (repeated || !/^delete/.test(inputType)) return;
    sink._add(Field.corrections);
    const target = targetOf(event);
    const last = presses[presses.length - 1];
    if (target !== field || !last) return;
    last._deletes = true;
    const deleted = keep(presses, ({ _deletes }) => _deletes).length;
    if (presses.length < PRESSES || deleted * 2 <= presses.length) return;
    presses = [];
    sink._signal(SignalKind.correction_burst, target, deleted);
  });
  // What a browser or password manager fills in comes as a plain input event.
  sink._on('input', (event: InputEvent) => {
    if (event.inputType === undefined && editable(event.target)) sink._add(Field.pastes);
  });
};
