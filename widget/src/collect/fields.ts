import { add, each } from '../lists.ts';
import { Field } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { controlOf, editable, isField, targetOf } from './controls.ts';

/** What is heard of fields, for those who watch them. */
const TYPES = ['pointerdown', 'keydown', 'focusin', 'blur', 'beforeinput', 'input', 'change', 'invalid'];

/**
 * Counts moves between controls, and has fields watched from the first one that the visitor comes to: what does it is told what
 * happened until then.
 * `typing`: the rhythm of keys too.
 */
export const fields =
  (typing: boolean): Collector =>
  (sink) => {
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
        if (asked || !isField(target)) return;
        asked = true;
        sink._rarely((rare) => {
          rare?._fields(sink, early!, typing);
          early = null;
        });
      }),
    );
  };
