import { add, keep } from './lists.ts';
import { clearTimer, now, setTimer, unzoned } from './natives.ts';

/** Undoes what was started; calling it twice is harmless. */
export type Stop = () => void;

// Any event type may be listened to; the callback says which event it expects.
export type Handler = (event: any) => void;

/** Everything one part of the widget has asked of the page; `_stop` undoes it in reverse order. */
export interface Scope {
  /** Calls `fn` for each trusted event of `type` on `target` (the window by default): passive, capturing, guarded. */
  _on(type: string, fn: Handler, target?: EventTarget | null): Stop;
  /** Calls `fn` once after `ms` milliseconds. */
  _after(ms: number, fn: () => void): Stop;
  /** Wraps `fn` so that what it throws never reaches the page and its time is counted. */
  _guard<A extends unknown[]>(fn: (...args: A) => void): (...args: A) => void;
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
}

interface Entry {
  _fns: Handler[];
  _listener: (event: Event) => void;
}

/** One in so many moves is timed, for all of them. */
const SAMPLE = 8;
const OPTIONS = { capture: true, passive: true };

/** Listens or stops listening past Angular's zone.js. */
export const call = (target: EventTarget, verb: 'addEventListener' | 'removeEventListener', type: string, fn: Handler) =>
  ((target as unknown as Record<string, typeof target.addEventListener>)[unzoned + verb] ?? target[verb]).call(target, type, fn, OPTIONS);

/** @param failed told what a callback threw; it must not throw itself */
export function createListen(failed: (error: unknown) => void): Listen {
  const targets = new WeakMap<EventTarget, Record<string, Entry | null>>();
  let cost = 0;
  let depth = 0;

  const guard =
    <A extends unknown[]>(fn: (...args: A) => void) =>
    (...args: A): void => {
      const began = depth++ ? 0 : now();
      try {
        fn(...args);
      } catch (error) {
        failed(error);
      }
      if (!--depth) cost += now() - began;
    };

  const subscribe = (target: EventTarget, type: string, fn: Handler): Stop => {
    const known = targets.get(target) ?? {};
    targets.set(target, known);
    const often = type === 'pointermove';
    let turn = 0;
    let entry = known[type]!;
    if (!entry) {
      const made: Entry = {
        _fns: [],
        _listener(event: Event) {
          if (!event.isTrusted) return;
          const fns = made._fns;
          // The clock costs as much as what is done on a move: those are timed in samples.
          const sample = often ? SAMPLE * +(++turn % SAMPLE === 0) : 1;
          const began = depth++ || !sample ? 0 : now();
          for (let i = 0; i < fns.length; i++) {
            try {
              fns[i]!(event);
            } catch (error) {
              failed(error);
            }
          }
          if (!--depth && sample) cost += sample * (now() - began);
        },
      };
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
    const undo: { [id: number]: Stop } = {};
    let next = 0;
    let open = true;
    const toUndo = (stop: Stop): Stop => {
      const id = next++;
      return (undo[id] = () => {
        delete undo[id];
        const once = stop;
        stop = () => {};
        once();
      });
    };
    return {
      _guard: guard,
      _undo: toUndo,
      _on: (type, fn, target = globalThis as unknown as EventTarget) => toUndo(target && open ? subscribe(target, type, fn) : () => {}),
      _after(ms, fn) {
        const done = toUndo(() => clearTimer(timer));
        const timer = setTimer(
          guard(() => {
            done();
            if (open) fn();
          }),
          ms,
        );
        return done;
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
        while (next) undo[--next]?.();
      },
    };
  };

  return {
    _scope: scope,
    _heard: () => targets.get(globalThis as unknown as EventTarget) ?? {},
    _takeCost() {
      const taken = cost;
      cost = 0;
      return taken;
    },
  };
}
