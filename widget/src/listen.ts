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
  /** Adds something to undo. */
  _undo(fn: Stop): void;
  _stop: Stop;
}

/** The page's side of all listening: one DOM listener an event type and target, however many parts listen. */
export interface Listen {
  _scope(): Scope;
  /** Main-thread milliseconds that the widget used since the last call. */
  _takeCost(): number;
}

interface Entry {
  _target: EventTarget;
  _type: string;
  _fns: Handler[];
  _listener: (event: Event) => void;
}

const OPTIONS = { capture: true, passive: true };

const call = (target: EventTarget, verb: 'addEventListener' | 'removeEventListener', type: string, fn: Handler) => {
  const plain = (target as unknown as Record<string, typeof target.addEventListener>)[unzoned + verb] ?? target[verb];
  plain.call(target, type, fn, OPTIONS);
};

const without = <T>(list: T[], gone: T): T[] => {
  const rest: T[] = [];
  for (let i = 0; i < list.length; i++) if (list[i] !== gone) rest[rest.length] = list[i]!;
  return rest;
};

/** @param failed told what a callback threw; it must not throw itself */
export function createListen(failed: (error: unknown) => void): Listen {
  let entries: Entry[] = [];
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
    let entry: Entry | undefined;
    for (let i = 0; i < entries.length; i++)
      if (entries[i]!._target === target && entries[i]!._type === type) entry = entries[i];
    if (!entry) {
      const made: Entry = {
        _target: target,
        _type: type,
        _fns: [],
        _listener: guard((event: Event) => {
          if (!event.isTrusted) return;
          const fns = made._fns;
          for (let i = 0; i < fns.length; i++) {
            try {
              fns[i]!(event);
            } catch (error) {
              failed(error);
            }
          }
        }),
      };
      entry = made;
      entries[entries.length] = made;
      call(target, 'addEventListener', type, made._listener);
    }
    const { _listener } = entry;
    const joined = entry;
    joined._fns = without(joined._fns, fn); // a new list, so that a dispatch under way keeps its own
    joined._fns[joined._fns.length] = fn;
    return () => {
      joined._fns = without(joined._fns, fn);
      if (joined._fns.length) return;
      call(target, 'removeEventListener', type, _listener);
      entries = without(entries, joined);
    };
  };

  const scope = (): Scope => {
    let undo: Stop[] = [];
    let open = true;
    const keep = (stop: Stop): Stop => {
      const once = () => {
        undo = without(undo, once);
        stop();
      };
      undo[undo.length] = once;
      return once;
    };
    return {
      _guard: guard,
      _undo: keep,
      _on: (type, fn, target = globalThis as unknown as EventTarget) =>
        target && open ? keep(subscribe(target, type, fn)) : () => {},
      _after(ms, fn) {
        if (!open) return () => {};
        const timer = setTimer(
          guard(() => {
            undo = without(undo, cancel);
            fn();
          }),
          ms,
        );
        const cancel = keep(() => clearTimer(timer));
        return cancel;
      },
      _stop() {
        open = false;
        while (undo.length) undo[undo.length - 1]!();
      },
    };
  };

  return {
    _scope: scope,
    _takeCost() {
      const taken = cost;
      cost = 0;
      return taken;
    },
  };
}
