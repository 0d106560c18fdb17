import { now } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { type Collector, Topic } from '../sink.ts';
import { controlOf, editable, isField, pressesKey, targetOf } from '../collect/controls.ts';

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
  let back = 0; // this is so many visits to a filled field, and not yet told
  let pressed = -BY_HAND;

  // An attempt is what the visitor means as one: leaving a field, pressing a button, pressing Enter.
  sink._on('pointerdown', (event: Event) => {
    pressed = event.timeStamp;
    attempt++;
  });
  sink._on('keydown', (event: KeyboardEvent) => {
    const commits = pressesKey(event);
    if (commits) attempt++;
    lastKey = commits ? 0 : event.timeStamp;
  });

  const failed = (field: Element) => {
    const memory = memoryOf(field);
    if (memory._failedIn === attempt || (field === current && lastKey && now() - lastKey < TYPING)) return;
    memory._failedIn = attempt;
    sink._add(Field.invalids);
    if (++memory._failures >= ATTEMPTS) sink._signal(SignalKind.form_trouble, field, memory._failures);
  };
  sink._on('invalid', (event: Event) => failed(targetOf(event)));
  sink._hear(Topic.invalid, failed);

  const tell = () => {
    if (back) sink._signal(SignalKind.field_return, current, back);
    back = 0;
  };
  sink._on('focusin', (event: FocusEvent) => {
    const target = targetOf(event);
    if (target === current || !controlOf(target)) return;
    current = target;
    const visits = memoryOf(target)._visits;
    back = visits && visits + 1;
    if (event.timeStamp - pressed < BY_HAND) tell(); // a Tab that passes through is no return
  });
  sink._on('blur', (event: Event) => {
    const target = targetOf(event) as HTMLInputElement;
    current = null;
    if (editable(target) && target.value) memoryOf(target)._visits++;
  });
  const changed = (event: Event) => {
    if (isField(event.target)) sink._add(Field.inputs);
    if (event.type === 'change') attempt++;
    else tell();
  };
  sink._on('input', changed);
  sink._on('change', changed);
};
