import { now } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { type Collector, Topic } from '../sink.ts';
import { controlOf, editable, isField, pressesKey } from '../collect/controls.ts';

/** So many failed attempts at one field are trouble. */
const ATTEMPTS = 2;
/** A check that fails while the visitor still types says nothing, ms since the last key. */
const TYPING = 300;
/** A focus this soon after a press was chosen by hand, ms. */
const BY_HAND = 1000;

/** What is remembered of a field: never its value. */
interface Memory {
  _failures: number;
  _failedIn: number;
  _visits: number;
}

/** Fields that fail their check, and fields that the visitor comes back to. */
export const forms: Collector = (sink) => {
  const fields = new WeakMap<Element, Memory>();
  const memoryOf = (field: Element): Memory => {
    const memory = fields.get(field) ?? { _failures: 0, _failedIn: -1, _visits: 0 };
    fields.set(field, memory);
    return memory;
  };
  let attempt = 0;
  let lastKey = 0;
  let current: Element | null = null;
  let edited = false; // the visitor changed the current field since coming to it
  let back = 0; // this is so many visits to a filled field, and not yet told
  let pressed = -BY_HAND;

  // An attempt is what the visitor means as one: leaving a field, pressing a button, pressing Enter.
  sink._on('pointerdown', (_, at) => {
    pressed = at;
    attempt++;
  });
  sink._on('keydown', (event, at) => {
    const commits = pressesKey(event);
    if (commits) attempt++;
    lastKey = commits ? 0 : at;
  });

  const failed = (field: Element) => {
    const memory = memoryOf(field);
    if (memory._failedIn === attempt || (field === current && lastKey && now() - lastKey < TYPING)) return;
    memory._failedIn = attempt;
    sink._add(Field.invalids);
    if (++memory._failures >= ATTEMPTS) sink._signal(SignalKind.form_trouble, field, memory._failures);
  };
  sink._on('invalid', (_, _at, target) => failed(target));
  sink._hear(Topic.invalid, failed);

  const tell = () => {
    if (back) sink._signal(SignalKind.field_return, current, back);
    back = 0;
  };
  sink._on('focusin', (_, at, target) => {
    if (target === current || !controlOf(target)) return;
    current = target;
    edited = false;
    const visits = memoryOf(target)._visits;
    back = visits && visits + 1;
    if (at - pressed < BY_HAND) tell(); // a Tab that passes through is no return
  });
  sink._on('blur', (_, _at, target) => {
    current = null;
    // What came filled in, and was only passed or read, is not yet filled in by the visitor: who goes by keyboard passes every field.
    if (edited && editable(target) && (target as HTMLInputElement).value) memoryOf(target)._visits++;
  });
  const changed = (target: Element) => {
    if (isField(target)) sink._add(Field.inputs);
  };
  sink._on('input', (_, _at, target) => {
    changed(target);
    edited = true;
    tell();
  });
  sink._on('change', (_, _at, target) => {
    changed(target);
    attempt++;
  });
};
