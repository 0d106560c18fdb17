import type { Handler, Stop } from '../listen.ts';
import { add, each } from '../lists.ts';
import { Field } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { controlOf, editable, isField } from './controls.ts';

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
    let asked = false;
    let early: Parameters<Handler>[] = [];
    let current: Element | null = null;
    sink._on('keydown', ({ key }: KeyboardEvent, at, target) => {
      sink._active(at);
      if (key === 'Tab' || (/^Arrow/.test(key) && target !== document.body && !editable(target))) sink._add(Field.tabKeys);
    });
    sink._on('blur', () => {
      current = null;
    });
    sink._on('focusin', (_, _at, target) => {
      if (target === current || !controlOf(target)) return;
      sink._add(Field.focusChanges);
      current = target;
    });
    const listen = (type: string) =>
      sink._on(type, (...told) => {
        const field = isField(told[2]);
        if (asked || field) add(early, told);
        else if (type === 'pointerdown') early = [told];
        if (asked || !field) return;
        asked = true;
        sink._rarely((rare) => {
          each(stops, (stop) => stop());
          rare?._fields(sink, early, typing);
          early = [];
        });
      });
    const stops: Stop[] = [];
    each(TYPES, (type) => add(stops, listen(type)));
  };
