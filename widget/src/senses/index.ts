import { State as PageState } from '../schema.ts';
import type { Senses, Surroundings } from '../surroundings.ts';
import { createBaseline } from './baseline.ts';
import { type Name, SENSES, STAYS } from './measures.ts';
import { createPanel } from './panel.ts';
import type { Bench, Note, Running, Start, State } from './sense.ts';

/** The server's `welcome` may take this long after consent, ms, looked for this often. */
const PATIENCE = 6000;
const LOOK = 100;
/** The visitor's own word for this visit, so that the next page need not ask again; forgotten with the visit. */
const KEPT = 'rapport.sense.';
const ENDED = /^(refused|unsupported|lost|blocked|off)$/;

const folder = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');

const remembered = (name: Name, word?: string): boolean => {
  try {
    if (word !== undefined) sessionStorage.setItem(KEPT + name, word);
    return sessionStorage.getItem(KEPT + name) === '1';
  } catch {
    return false; // storage is off: asked again on each page
  }
};

/** Every sense's way: granted, asked, loaded, learning, on, stopped. What it measures is its own file's matter. */
const createSenses = (here: Surroundings): Senses => {
  const running = new Map<Name, { stop(): void; say(value: unknown): void }>();
  const end = (name: Name) => {
    const sense = running.get(name);
    running.delete(name);
    sense?.stop();
  };
  const panel = createPanel(here, (name) => {
    if (running.has(name)) remembered(name, '0');
    end(name);
    panel.hide(name);
    here.tell('sense', { name, state: 'off', note: '' });
  });
  const has = (name: Name) => !!((here.granted() ?? 0) & (1 << SENSES[name].channel));

  const start = (name: Name) => {
    if (running.has(name)) return;
    const { measures, samples } = SENSES[name];
    const baseline = createBaseline(measures.map(({ floor }) => floor));
    const began = performance.now();
    const second = () => (performance.now() - began) / 1000;
    let part: Running | null = null;
    let open = true;
    let now: State = 'starting';
    let why: Note = '';
    let waiting: unknown[] = [];
    let used: number[] = []; // seconds of the last usable samples: their share of ten is how sure the sense can be

    const show = () => panel.show(name, now, why, Math.ceil(baseline.left(second())));
    const state = here.guard((next: State, note: Note = '') => {
      if (!open) return;
      now = next;
      why = note;
      show();
      here.tell('sense', { name, state: next, note });
      if (!ENDED.test(next)) return;
      open = false;
      if (running.get(name) === own) running.delete(name);
      part?.stop();
    });
    const own = {
      stop() {
        open = false;
        part?.stop();
        part = null;
        panel.hide(name);
      },
      say(value: unknown) {
        if (part) part.say?.(value);
        else if (waiting.length < 20) waiting.push(value);
      },
    };
    running.set(name, own);

    const bench: Bench = {
      base: folder,
      here,
      state,
      keep: panel.keep,
      note(note) {
        if (open && note !== why) state(now, note);
      },
      count: (field, amount) => open && has(name) && here.add(field, amount),
      tell: (facts) => here.tell('sense', { name, state: now, note: why, ...facts }),
      sample(values) {
        if (!open || !(here.state() & PageState.visible)) return;
        if (!has(name)) return state('blocked', 'channel');
        const at = second();
        const far = baseline.take(values, at);
        used = [...used.filter((time) => at - time < 10), at];
        if (far) {
          here.add(samples, 1);
          far.forEach((deviation, i) => {
            const { up } = measures[i]!;
            if (up !== STAYS) here.add(up + +(deviation < 0), Math.abs(deviation));
          });
        }
        const next: State = far || !measures.length ? 'on' : 'learning';
        if (next !== now || why) state(next);
        else if (next === 'learning') show();
        const usual = baseline.usual();
        here.tell('sense', {
          name, state: next, note: '', left: Math.ceil(baseline.left(at)), certainty: Math.min(1, used.length / 10),
          numbers: measures.map(({ name: measure, unit }, i) => ({ measure, unit, value: values[i], ...usual[i], deviation: far ? far[i]! / 100 : null })),
        });
      },
    };
    const load = () => {
      if (!open) return;
      const parts = () => (globalThis as { rapportSense?: Record<string, Start> }).rapportSense?.[name];
      const run = () => {
        if (!open) return;
        const make = parts();
        if (!make) return state('blocked', 'file');
        part = make(bench);
        if (!open) return part.stop(); // it ended while it started
        for (const value of waiting) part.say?.(value);
        waiting = [];
      };
      if (parts()) run();
      else here.load(`${folder}rapport-${name}.js`, '', run);
    };
    const ask = () => {
      if (remembered(name)) return load();
      state('asking');
      void panel.ask(name).then((yes) => {
        if (!open) return;
        remembered(name, yes ? '1' : '0');
        if (yes) {
          state('starting');
          load();
        } else state('refused');
      });
    };
    const look = (left: number) => {
      if (!open) return;
      if (has(name)) ask();
      else if (left <= 0) state('blocked', 'channel');
      else here.after(LOOK, () => look(left - LOOK));
    };
    look(PATIENCE);
  };

  return {
    sense(name, verb, value) {
      if (!Object.hasOwn(SENSES, name) || !/^(start|stop|say)$/.test(verb)) {
        console.warn(`rapport: no sense "${name}" (${Object.keys(SENSES).join(', ')}) or verb "${verb}" (start, stop, say)`);
        return;
      }
      const known = name as Name;
      if (verb === 'start') start(known);
      else if (verb === 'say') running.get(known)?.say(value);
      else {
        end(known);
        panel.hide(known);
        here.tell('sense', { name, state: 'off', note: '' });
      }
    },
    stop() {
      for (const name of [...running.keys()]) end(name);
      panel.remove();
    },
  };
};

(globalThis as { rapportSenses?: (here: Surroundings) => Senses }).rapportSenses = createSenses;
