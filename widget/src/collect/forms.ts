import { now } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { editable, isField, nearest, targetOf } from './controls.ts';

/** So many failed attempts at one field are trouble. */
const ATTEMPTS = 2;
/** A check that fails while the visitor still types says nothing, ms since the last key. */
const TYPING = 300;

/** Fields that fail their check, and fields that the visitor comes back to. */
export const forms: Collector = (sink) => {
  const failures = new WeakMap<Element, number>();
  const failedIn = new WeakMap<Element, number>();
  const filled = new WeakSet<Element>();
  const visits = new WeakMap<Element, number>();
  let attempt = 0;
  let lastKey = -TYPING;
  let current: Element | null = null;
  let returned = 0;
  let pressed = -1;

  // An attempt is what the visitor means as one: leaving a field, pressing a button, pressing Enter.
  sink._on('change', () => void attempt++);
  sink._on('pointerdown', (event: Event) => {
    pressed = event.timeStamp;
    if (!editable(targetOf(event))) attempt++;
  });
  sink._on('keydown', (event: KeyboardEvent) => {
    const commits = event.key === 'Enter' || (event.key === ' ' && !editable(targetOf(event)));
    lastKey = commits ? -TYPING : event.timeStamp;
    if (commits && !event.repeat) attempt++;
  });

  const failed = (field: Element) => {
    if (failedIn.get(field) === attempt || (now() - lastKey < TYPING && editable(document.activeElement))) return;
    failedIn.set(field, attempt);
    sink._add(Field.invalids);
    const count = (failures.get(field) ?? 0) + 1;
    failures.set(field, count);
    if (count >= ATTEMPTS) sink._signal(SignalKind.form_trouble, field, count);
  };
  sink._on('invalid', (event: Event) => failed(targetOf(event)));
  sink._hear('invalid', failed);

  const back = (field: Element) => {
    sink._signal(SignalKind.field_return, field, returned);
    returned = 0;
  };
  sink._on('focusin', (event: FocusEvent) => {
    const target = targetOf(event);
    if (!isField(target) && !nearest(target, 'button,a[href]')) return;
    if (target !== current) sink._add(Field.focusChanges);
    if (target === current || !isField(target)) return;
    current = target;
    returned = 0;
    if (!editable(target) || !filled.has(target)) return;
    const count = (visits.get(target) ?? 1) + 1;
    visits.set(target, count);
    returned = count;
    if (event.timeStamp - pressed < 1000) back(target); // chosen by hand; a Tab that passes through is no return
  });
  sink._on('focusout', (event: Event) => {
    const target = targetOf(event) as HTMLInputElement;
    if (editable(target) && target.value) filled.add(target);
  });
  sink._on('input', (event: Event) => {
    if (isField(event.target)) sink._add(Field.inputs);
    if (returned && targetOf(event) === current) back(current!);
  });
  sink._on('change', (event: Event) => isField(event.target) && sink._add(Field.inputs));
};
