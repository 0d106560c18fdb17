import type { Scope } from './listen.ts';
import { floor, max, min, now, round } from './natives.ts';
import { type EventKind, Field, Limit, Message, type SignalKind, State } from './schema.ts';
import { emptySummary, toWire } from './summary.ts';

/** A frame as it stands on the wire: tag, sequence, second, page, state, summary, signals, events. */
export type Frame = [number, number, number, string, number, number[], [number, string, number][], [number, string, number][]];

/** Gathers what happens until the next frame leaves. */
export interface Recorder {
  _add(field: Field, amount?: number): void;
  _signal(kind: SignalKind, element: string, magnitude: number): void;
  _event(kind: EventKind, name: string, value: number): void;
  /** Holds the state `bit` until the page time `until`. */
  _mark(bit: State, until: number): void;
  /** The visitor did something at page time `at`. */
  _active(at: number): void;
  _state(): number;
  /** Sends what there is. */
  _flush(): void;
}

/** What a frame is made for. */
export interface Outlet {
  _page(): string;
  /** Bit mask of the channels that visitor and server both allow. */
  _granted(): number;
  _second(): number;
  _takeCost(): number;
  /** Takes the next frame; `make` is told its sequence number and how many frames had to be dropped before it. */
  _send(make: (sequence: number, dropped: number) => Frame): void;
}

/** A frame's longest wait, ms. */
const SECOND = 1000;
/** Signals and events leave this soon, ms: long enough that those of one moment share a frame. */
const SOON = 20;
/** A tenth of a second counts as active when anything happened in it, ms. */
const SLOT = 100;

const whole = (value: number, most: number) => max(-most, min(most, round(value) || 0));

export function createRecorder(scope: Scope, outlet: Outlet): Recorder {
  let summary = emptySummary();
  let signals: [number, string, number][] = [];
  let events: [number, string, number][] = [];
  let slots = 0;
  let dirty = false;
  let due = 0;
  let cancel = () => {};
  const until = new Float64Array(16);

  const schedule = (ms: number) => {
    const at = now() + ms;
    if (dirty && at >= due) return;
    cancel();
    dirty = true;
    due = at;
    cancel = scope._after(ms, flush);
  };
  const state = () => {
    const at = now();
    let bits = document.visibilityState === 'hidden' ? 0 : State.visible;
    for (let bit = State.typing as number; bit <= State.loading; bit <<= 1) if (until[bit]! > at) bits |= bit;
    return document.readyState === 'complete' ? bits : bits | State.loading;
  };
  const flush = () => {
    if (!dirty) return;
    cancel();
    dirty = false;
    const made = summary;
    const [moreSignals, moreEvents] = [signals, events];
    for (; slots; slots &= slots - 1) made[Field.activeMs]! += SLOT;
    made[Field.costUs]! += outlet._takeCost() * 1000;
    summary = emptySummary();
    signals = [];
    events = [];
    outlet._send((sequence, dropped) => {
      made[Field.dropped]! += dropped;
      return [
        Message.frame,
        sequence,
        outlet._second(),
        outlet._page(),
        state(),
        toWire(made, outlet._granted()),
        moreSignals,
        moreEvents,
      ];
    });
  };

  return {
    _add(field, amount = 1) {
      summary[field]! += amount;
      if (!dirty) schedule(SECOND);
    },
    _signal(kind, element, magnitude) {
      if (signals.length >= Limit.signalsPerFrame) flush();
      signals[signals.length] = [kind, element, whole(magnitude, Limit.summaryMax)];
      schedule(SOON);
    },
    _event(kind, name, value) {
      if (events.length >= Limit.eventsPerFrame) flush();
      events[events.length] = [kind, `${name}`.slice(0, Limit.textLength), whole(value, 1e9)];
      schedule(SOON);
    },
    _mark(bit, time) {
      until[bit] = time;
    },
    _active(at) {
      slots |= 1 << (floor(at / SLOT) % 10);
      if (!dirty) schedule(SECOND);
    },
    _state: state,
    _flush: flush,
  };
}
