import { forms } from './forms.ts';
import { keys } from './keys.ts';
import { rhythm } from './rhythm.ts';
import type { Handler } from '../listen.ts';
import { add, each } from '../lists.ts';
import type { Sink } from '../sink.ts';

/** Watches fields from now on, as if it had since the first of the events that came `early`. */
export function watchFields(sink: Sink, early: Parameters<Handler>[], typing: boolean): void {
  const handlers: { [type: string]: Handler[] } = {};
  const own: Sink = {
    ...sink,
    _on(type, fn, target) {
      add((handlers[type] ??= []), fn);
      return sink._on(type, fn, target);
    },
    _note(type, fn) {
      add((handlers[type] ??= []), fn);
      return sink._note(type, fn);
    },
  };
  forms(own);
  keys(own);
  if (typing) rhythm(own);
  each(early, (told) => each(handlers[(told[0] as Event).type] ?? [], (fn) => sink._guard(fn)(...told)));
}
