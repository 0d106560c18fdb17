import type { Scope } from './listen.ts';
import { add } from './lists.ts';
import { floor, hidden, max, min, now, round } from './natives.ts';
import { type EventKind, Field, Limit, Message, type SignalKind, State } from './schema.ts';
import { emptySummary, toWire } from './summary.ts';

/** A signal (kind, element, magnitude) or event (kind, name, value) on the wire. */
type Note = [kind: number, name: string, value: number];

/** A frame as it stands on the wire. */
export type Frame = [
  tag: Message.frame,
  sequence: number,
  second: number,
  page: string,
  state: number,
  summary: number[],
  signals: Note[],
  events: Note[],
];

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
  /** Lets collectors add what they have not counted yet. */
  _gather(): void;
  /** Takes the next frame; `make` is told its sequence number and how many frames had to be dropped before it. */
  _send(make: (sequence: number, dropped: number) => Frame): void;
}

/** A frame's longest wait, ms. */
const SECOND = 1000;
/** Signals and events leave this soon, ms: long enough that those of one moment share a frame. */
const SOON = 20;
/** A tenth of a second counts as active when anything happened in it, ms. */
const SLOT = 100;

export function createRecorder(scope: Scope, outlet: Outlet): Recorder {
  const summary = emptySummary();
  let notes: [signals: Note[], events: Note[]] = [[], []];
  let slots = 0;
  let due = 0; // page time at which the next frame leaves; 0: nothing to tell
  let cancel = () => {};
  const until = new Float64Array(State.loading + 1);

  const schedule = (ms: number) => {
    const at = now() + ms;
    if (due && at >= due) return;
    cancel();
    due = at;
    cancel = scope._after(ms, flush);
  };
  const state = () => {
    const at = now();
    let bits = hidden() ? 0 : State.visible;
    for (let bit = State.typing as number; bit <= State.loading; bit <<= 1) if (until[bit]! > at) bits |= bit;
    return document.readyState === 'complete' ? bits : bits | State.loading;
  };
  const flush = () => {
    if (!due) return;
    outlet._gather();
    cancel();
    due = 0;
    const [signals, events] = notes;
    for (; slots; slots &= slots - 1) summary[Field.activeMs]! += SLOT;
    summary[Field.costUs]! += outlet._takeCost() * 1000;
    const made = toWire(summary, outlet._granted());
    summary.fill(0);
    notes = [[], []];
    outlet._send((sequence, dropped) => {
      made[Field.dropped]! += dropped;
      const page = outlet._page();
      return [Message.frame, sequence, outlet._second(), page, state(), made, signals, events];
    });
  };
  const note = (list: 0 | 1, room: number, most: number) => (kind: number, name: string, value: number) => {
    if (notes[list].length >= room) flush();
    add(notes[list], [kind, `${name}`.slice(0, Limit.textLength), max(-most, min(most, round(value) || 0))]);
    schedule(SOON);
  };

  return {
    _add(field, amount = 1) {
      summary[field]! += amount;
      if (!due) schedule(SECOND);
    },
    _signal: note(0, Limit.signalsPerFrame, Limit.summaryMax),
    _event: note(1, Limit.eventsPerFrame, 1e9),
    _mark(bit, time) {
      until[bit] = time;
    },
    _active(at) {
      slots |= 1 << (floor(at / SLOT) % 10);
      if (!due) schedule(SECOND);
    },
    _state: state,
    _flush: flush,
  };
}
