import { afterEach, beforeEach, vi } from 'vitest';
import type { Handler, Stop } from '../src/listen.ts';
import { type Field, type SignalKind, SIGNALS, State } from '../src/schema.ts';
import { By, type Collector, type Press, type Sink, type Store, Topic, type Topics } from '../src/sink.ts';

/** Words kept in memory. */
export function memoryStore(): Store {
  const words = new Map<string, string>();
  return { _get: (name) => words.get(name) ?? null, _set: (name, value) => void words.set(name, value) };
}

/** A page on which collectors are played: events and time pass when the test says so. */
export interface Stage {
  /** Lets `ms` pass. */
  pass(ms: number): void;
  /** Dispatches a trusted event at this moment. */
  fire(type: string, facts?: object, target?: EventTarget): void;
  /** Tells a press on `control`, as `press.ts` does. */
  press(control: Element, facts?: Partial<Press>): Press;
  tell: Sink['_tell'];
  /** Signals so far as `rage_click #id 3`. */
  signals: string[];
  /** Lets collectors count what they have only noted, as before a frame. */
  gather(): void;
  /** The visitor holds something from now on. */
  drag(): void;
  counts: Map<Field, number>;
  time(): number;
}

let time = 0;
beforeEach(() => {
  time = 10_000; // the page has been open for a while
  vi.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

export function play(...collectors: Collector[]): Stage {
  const handlers: { type: string; fn: Handler; target: unknown; open: boolean }[] = [];
  const hearing: { topic: Topic; fn: (value: never) => void }[] = [];
  let timers: { at: number; fn: () => void }[] = [];
  const signals: string[] = [];
  const gatherers: (() => void)[] = [];
  const counts = new Map<Field, number>();
  let state = 0;
  const guard: Sink['_guard'] = (fn) => fn;
  const tell: Sink['_tell'] = (topic, value) => {
    for (const one of hearing) if (one.topic === topic) one.fn(value as never);
  };
  const nothing: Stop = () => {};
  const sink: Sink = {
    _on(type, fn, target = window) {
      const entry = { type, fn, target, open: true };
      handlers.push(entry);
      return () => (entry.open = false);
    },
    _note: (type, fn) => sink._on(type, fn),
    _after(ms, fn) {
      const timer = { at: time + ms, fn };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    _guard: guard,
    _patch: () => {},
    _undo: () => nothing,
    _stop: nothing,
    _add: (field, amount = 1) => void counts.set(field, (counts.get(field) ?? 0) + amount),
    _signal(kind: SignalKind, element, magnitude) {
      signals.push(`${SIGNALS[kind]} ${element ? `#${element.id}` : ''} ${Math.round(magnitude)}`);
      tell(Topic.signal, { _kind: kind, _element: element });
    },
    _mark: (_bit: State, _until: number) => {},
    _active: () => {},
    _state: () => state,
    _gather: (fn) => void gatherers.push(fn),
    _hear: <T extends keyof Topics>(topic: T, fn: (value: Topics[T]) => void) => void hearing.push({ topic, fn }),
    _tell: tell,
    _rarely: (task) => task(null),
    _visit: memoryStore(),
    _device: memoryStore(),
  };
  for (const collector of collectors) collector(sink);

  const stage: Stage = {
    signals,
    gather: () => gatherers.forEach((fn) => fn()),
    drag: () => void (state = State.dragging),
    counts,
    tell,
    time: () => time,
    pass(ms) {
      const end = time + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.fn();
      }
      time = end;
    },
    fire(type, facts = {}, target = window) {
      const event = { type, target, timeStamp: time, isTrusted: true, composedPath: () => [target], ...facts };
      for (const one of [...handlers]) if (one.open && one.type === type && (one.target === window || one.target === target)) one.fn(event, time, target as Element);
    },
    press(control, facts = {}) {
      const press: Press = {
        _target: control, _control: control, _watched: control, _look: 0, _at: time, _x: 5, _y: 5, _by: By.mouse,
        _honest: false, _leaves: false, ...facts,
      };
      tell(Topic.press, press);
      return press;
    },
  };
  return stage;
}

/** Puts `html` into the page and gives the element with the id. */
export function put(html: string, id = 'it'): HTMLElement {
  document.body.innerHTML = html;
  return document.getElementById(id)!;
}
