import { Field, SignalKind, State } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable, targetOf } from './controls.ts';

/** The visitor counts as typing for this long after a key, ms. */
const TYPING = 1500;
/** More than half of at least PRESSES key presses in one field within SPAN ms were deletions. */
const PRESSES = 12;
const SPAN = 10_000;
/** Key presses remembered for that. */
const KEPT = 64;

/** Counts keys and corrections in fields; never which key. */
export const keys: Collector = (sink) => {
  const times = new Float64Array(KEPT);
  const deletions = new Uint8Array(KEPT);
  let count = 0;
  let field: Element | null = null;
  let repeated = false;
  let quietUntil = 0;

  const burst = (at: number, element: Element) => {
    let presses = 0;
    let deleted = 0;
    for (let i = count - 1; i >= 0 && i > count - KEPT && at - times[i % KEPT]! <= SPAN; i--) {
      presses++;
      deleted += deletions[i % KEPT]!;
    }
    if (presses < PRESSES || deleted * 2 <= presses || at < quietUntil) return;
    quietUntil = at + SPAN;
    sink._signal(SignalKind.correction_burst, element, deleted);
  };

  sink._on('keydown', (event: KeyboardEvent) => {
    const target = targetOf(event);
    const at = event.timeStamp;
    const writes = editable(target);
    const { key } = event;
    sink._active(at);
    repeated = event.repeat;
    if (key === 'Tab' || (!writes && /^Arrow/.test(key) && target !== document.body)) sink._add(Field.tabKeys);
    if (!writes) return;
    sink._mark(State.typing, at + TYPING);
    if (repeated || key === 'Tab') return;
    sink._add(Field.keys);
    if (target !== field) count = 0;
    field = target;
    times[count % KEPT] = at;
    deletions[count++ % KEPT] = 0;
  });
  sink._on('beforeinput', (event: InputEvent) => {
    const { inputType } = event;
    if (event.isComposing || !inputType) return;
    if (/^insert(FromPaste|FromDrop|FromYank|Replacement)/.test(inputType)) sink._add(Field.pastes);
    if (repeated || inputType.slice(0, 6) !== 'delete') return;
    const target = targetOf(event);
    sink._add(Field.corrections);
    if (target !== field || !count) return;
    deletions[(count - 1) % KEPT] = 1;
    burst(event.timeStamp, target);
  });
  // What a browser or password manager fills in comes as a plain input event.
  sink._on('input', (event: InputEvent) => {
    if (event.inputType === undefined && editable(event.target)) sink._add(Field.pastes);
  });
};
