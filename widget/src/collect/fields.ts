import { add, each } from '../lists.ts';
import { Field } from '../schema.ts';
import type { Sink } from '../sink.ts';
import { controlOf, editable, isField, targetOf } from './controls.ts';

/** What is heard of fields, for those who watch them. */
const TYPES = ['pointerdown', 'keydown', 'focusin', 'blur', 'beforeinput', 'input', 'change', 'invalid'];

/**
 * Counts moves between controls, and has fields watched from the first one that the visitor comes to: `watch` is told what happened
 * until then.
 *
 * @param ask gets hold of what watches, and calls back
 */
export const fields =
  (ask: (begin: (watch: (sink: Sink, early: Event[]) => void) => void) => void) =>
  (sink: Sink): void => {
    let early: Event[] | null = [];
    let asked = false;
    let current: Element | null = null;
    each(TYPES, (type) =>
      sink._on(type, (event: KeyboardEvent) => {
        const target = targetOf(event);
        if (type === 'keydown') {
          sink._active(event.timeStamp);
          if (event.key === 'Tab' || (!editable(target) && /^Arrow/.test(event.key) && target !== document.body)) sink._add(Field.tabKeys);
        }
        if (type === 'blur') current = null;
        if (type === 'focusin' && target !== current && controlOf(target)) {
          sink._add(Field.focusChanges);
          current = target;
        }
        if (!early) return;
        if (asked || isField(target)) add(early, event);
        else if (type === 'pointerdown') early = [event];
        if (asked || !isField(target) || type === 'pointerdown') return;
        asked = true;
        ask((watch) => {
          const list = early!;
          early = null;
          watch(sink, list);
        });
      }),
    );
  };
