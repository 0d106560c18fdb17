import { Field } from '../schema.ts';
import { readTable, score, type TextTable } from '../text/score.ts';
import { noteOf, pinned } from './pinned.ts';
import { type Bench, register, type Running } from './sense.ts';

/** SHA-256 of the table; the build writes it. */
declare const TABLE_HASH: string;

const MARKED = 'textarea[data-rapport-text],input[data-rapport-text],[contenteditable][data-rapport-text]';
/** A field at rest this long, ms, is scored as it stands; never at each key. */
const REST = 3000;
const FIELDS = [
  ['frustration', Field.textFrustration],
  ['confusion', Field.textConfusion],
  ['gratitude', Field.textGratitude],
  ['sadness', Field.textSadness],
] as const;

const marked = (event: Event): HTMLElement | null => {
  const target = event.composedPath()[0];
  const field = target instanceof Element ? target.closest<HTMLElement>(MARKED) : null;
  // What the browser itself hides is never read, whatever the site marks.
  return field instanceof HTMLInputElement && !/^(text|search)$/.test(field.type) ? null : field;
};
const textOf = (field: HTMLElement): string => ('value' in field ? `${field.value as string}` : (field.textContent ?? ''));

/** Scores what the visitor writes in marked fields (on leaving, sending and resting) and what the site says. */
function start(bench: Bench): Running {
  const { here } = bench;
  const stops: (() => void)[] = [];
  const scored = new WeakMap<HTMLElement, string>();
  let table: TextTable | null = null;
  let early: string[] = [];
  let rest: (() => void) | null = null;

  const take = (text: string) => {
    if (!table) {
      if (early.length < 20) early.push(text);
      return;
    }
    const said = score(table, text);
    if (!said) {
      bench.tell({ unknown: true });
      return;
    }
    bench.count(Field.texts, 1);
    for (const [label, field] of FIELDS) bench.count(field, Math.round(1000 * said[label]));
    bench.tell({ certainty: said.certainty, numbers: FIELDS.map(([measure]) => ({ measure, unit: 'probability', value: said[measure] })) });
  };
  const look = (field: HTMLElement | null) => {
    rest?.();
    rest = null;
    const text = field ? textOf(field).trim() : '';
    if (!field || !text || scored.get(field) === text) return;
    scored.set(field, text);
    take(text);
  };
  stops.push(
    here.on('focusout', (event: FocusEvent) => look(marked(event))),
    here.on('submit', ({ target }: Event) => (target as Element).querySelectorAll<HTMLElement>(MARKED).forEach(look)),
    here.on('input', (event: Event) => {
      const field = marked(event);
      rest?.();
      if (field) rest = here.after(REST, () => look(field));
    }),
  );

  let open = true;
  pinned(`${bench.base}rapport-text.bin`, TABLE_HASH)
    .then(readTable)
    .then(
      here.guard((read: TextTable) => {
        if (!open) return;
        table = read;
        bench.state('on');
        early.forEach(take);
        early = [];
      }),
      (error: unknown) => bench.state('blocked', noteOf(error)),
    );
  return {
    say: (value) => take(`${value as string}`),
    stop() {
      open = false;
      rest?.();
      early = [];
      for (const stop of stops) stop();
    },
  };
}

register('text', start);
