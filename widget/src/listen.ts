import { add, keep } from './lists.ts';
import { clearTimer, now, page, setTimer, unzoned } from './natives.ts';

/** Undoes what was started; calling it twice is harmless. */
export type Stop = () => void;

/**
 * Any event type may be listened to; the callback says which event it expects. What nearly everybody asks of it is read once, since a question
 * costs more than arithmetic: `at` is its page time, `target` the innermost element it was meant for, inside open shadow roots too.
 */
export type Handler = (event: any, at: number, target: Element) => void;

/** Everything one part of the widget has asked of the page; `_stop` undoes it in reverse order. */
export interface Scope {
  /** Calls `fn` for each trusted event of `type` on `target` (the window by default): passive, capturing, guarded. */
  _on(type: string, fn: Handler, target?: EventTarget | null): Stop;
  /** The same for one who only notes what comes by the hundred, trusted or not: it must not throw, and its time is not counted. */
  _note(type: string, fn: (event: any) => void): Stop;
  /** Calls `fn` once after `ms` milliseconds. */
  _after(ms: number, fn: () => void): Stop;
  /** Wraps `fn` so that what it throws never reaches the page and its time is counted. */
  _guard<A extends [unknown?, unknown?, unknown?]>(fn: (...args: A) => void): (...args: A) => void;
  /** Replaces a function of the page by `wrap(original)`; undone where nobody replaced it again. */
  _patch<T extends object, K extends keyof T>(owner: T, name: K, wrap: (original: T[K]) => T[K]): void;
  /** Adds something to undo. */
  _undo(fn: Stop): Stop;
  _stop: Stop;
}

/** The page's side of all listening: one DOM listener an event type and target, however many parts listen. */
export interface Listen {
  _scope(): Scope;
  /** What the page's own window listens to, by event type. */
  _heard(): Record<string, { _listener(event: Event): void } | null>;
  /** Main-thread milliseconds that the widget used since the last call. */
  _takeCost(): number;
  /** Calls each of `fns`, whatever the others throw; for one who is called in a guarded function. */
  _all<A>(fns: ((a: A) => void)[], a: A): void;
}

type Listener = (event: Event) => void;

interface Entry {
  _fns: Handler[];
  _listener: Listener;
}

const OPTIONS = { capture: true, passive: true };

/** Listens or stops listening past Angular's zone.js. */
export const call = (target: EventTarget, verb: 'addEventListener' | 'removeEventListener', type: string, fn: (event: any) => void) =>
  ((target as unknown as Record<string, typeof target.addEventListener>)[unzoned + verb] ?? target[verb]).call(target, type, fn, OPTIONS);

/** @param failed told what a callback threw; it must not throw itself */
export function createListen(failed: (error: unknown) => void): Listen {
  const targets = new WeakMap<EventTarget, Record<string, Entry | null>>();
  let cost = 0;
  let depth = 0;

  // Three arguments at most, since gathering any number of them costs more than passing three.
  const guard = ((fn: (a: unknown, b: unknown, c: unknown) => void) =>
    (a: unknown, b: unknown, c: unknown): void => {
      const began = depth++ ? 0 : now();
      try {
        fn(a, b, c);
      } catch (error) {
        failed(error);
      }
      if (!--depth) cost += now() - began;
    }) as Scope['_guard'];

  const all = ((fns: Handler[], a: unknown, at: number, target: Element): void => {
    for (let i = 0; i < fns.length; i++) {
      try {
        fns[i]!(a, at, target);
      } catch (error) {
        failed(error);
      }
    }
  }) as Listen['_all'] & ((fns: Handler[], event: Event, at: number, target: Element) => void);

  const subscribe = (target: EventTarget, type: string, fn: Handler, note?: Listener): Stop => {
    const known = targets.get(target) ?? {};
    targets.set(target, known);
    let entry = known[type]!;
    if (!entry) {
      const listener = (event: Event) => {
        if (!event.isTrusted) return;
        const began = depth++ ? 0 : now();
        const at = event.timeStamp;
        const outer = event.target as Element;
        all(made._fns, event, at, outer.shadowRoot ? ((event.composedPath()[0] ?? outer) as Element) : outer);
        if (!--depth) cost += now() - began;
      };
      const made: Entry = { _fns: [], _listener: note ?? listener };
      known[type] = entry = made;
      call(target, 'addEventListener', type, made._listener);
    }
    const others = () => keep(entry._fns, (other) => other !== fn);
    const fns = others(); // a new list, so that a dispatch under way keeps its own
    add(fns, fn);
    entry._fns = fns;
    return () => {
      entry._fns = others();
      if (entry._fns.length || known[type] !== entry) return;
      known[type] = null;
      call(target, 'removeEventListener', type, entry._listener);
    };
  };

  const scope = (): Scope => {
    const undo = new Set<Stop>(); // in the order in which things were started
    let open = true;
    const toUndo = (stop: Stop): Stop => {
      const once = () => {
        if (undo.delete(once)) stop();
      };
      undo.add(once);
      return once;
    };
    const fire = guard((cancel: Stop, fn: Stop) => {
      if (undo.delete(cancel)) fn();
    });
    return {
      _guard: guard,
      _undo: toUndo,
      _on: (type, fn, target = page) => toUndo(target && open ? subscribe(target, type, fn) : () => {}),
      _note: (type, fn) => toUndo(subscribe(page, type, fn, fn)),
      _after(ms, fn) {
        const cancel = () => {
          if (undo.delete(cancel)) clearTimer(timer);
        };
        undo.add(cancel);
        const timer = setTimer(fire, ms, cancel, fn);
        return cancel;
      },
      _patch(owner, name, wrap) {
        const original = owner[name];
        const patched = wrap(original);
        owner[name] = patched;
        toUndo(() => {
          if (owner[name] === patched) owner[name] = original;
        });
      },
      _stop() {
        open = false;
        while (undo.size) {
          let newest: Stop;
          undo.forEach((stop) => (newest = stop));
          newest!();
        }
      },
    };
  };

  return {
    _scope: scope,
    _all: all,
    _heard: () => targets.get(page) ?? {},
    _takeCost() {
      const taken = cost;
      cost = 0;
      return taken;
    },
  };
}
