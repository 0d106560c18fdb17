import type { Scope } from './listen.ts';
import type { Rare } from './surroundings.ts';
import type { Field, SignalKind, State } from './schema.ts';

/** What the visitor pressed with. */
export const enum By {
  mouse,
  touch,
  keys,
}

/** One click, tap or key press (Enter, Space) on something, told a moment later, when its first effects are known. */
export interface Press {
  _target: Element;
  /** The control that was meant: a real one, one seen through a clear layer, or a lookalike; null on plain content. */
  _control: Element | null;
  /** The element whose look tells whether the press changed something, and its look (see `lookOf`) before the press. */
  _watched: Element;
  _look: number;
  /** Page time at which button or key went down, ms. */
  _at: number;
  _x: number;
  _y: number;
  _by: By;
  /** True when it says nothing about struggle: drag, modifier key, text selection, widgets made for many clicks. */
  _honest: boolean;
  /** True when the browser itself will answer, by leaving the page or opening another. */
  _leaves: boolean;
}

/** A page was entered. */
export interface Entry {
  _page: string;
  _how: 'load' | 'reload' | 'traverse' | 'push';
}

/** What collectors tell one another about. */
export const enum Topic {
  press,
  /** The page visibly answered. */
  answer,
  /** The page asked a server for something. */
  request,
  /** A field failed its check. */
  invalid,
  /** A page was entered. */
  enter,
  signal,
  /** A frame that the site opened to the widget was joined. */
  frame,
}

/** What is told of each topic; answers and requests are page times, ms. */
export interface Topics {
  [Topic.press]: Press;
  [Topic.answer]: number;
  [Topic.request]: number;
  [Topic.invalid]: Element;
  [Topic.enter]: Entry;
  [Topic.frame]: Window & typeof globalThis;
  [Topic.signal]: { _kind: SignalKind; _element: Element | null };
}

/** All that a collector may do: listen through its scope, and record. */
export interface Sink extends Scope {
  _add(field: Field, amount?: number): void;
  /** Records a signal, unless the page says that the element is to be left alone. */
  _signal(kind: SignalKind, element: Element | null, magnitude: number): void;
  _mark(bit: State, until: number): void;
  _active(at: number): void;
  /** Bits of `State` at this moment. */
  _state(): number;
  /** Calls `fn` before each frame is made. */
  _gather(fn: () => void): void;
  _hear<T extends keyof Topics>(topic: T, fn: (value: Topics[T]) => void): void;
  _tell<T extends keyof Topics>(topic: T, value: Topics[T]): void;
  /** Calls `task` with the chunk for rare needs; with null where it cannot be had. */
  _rarely(task: (rare: Rare | null) => void): void;
  /** What a collector keeps between pages of this visit, and on this device between visits. Never sent. */
  _visit: Store;
  _device: Store;
}

/** A few words kept by name. */
export interface Store {
  _get(name: string): string | null;
  _set(name: string, value: string): void;
}

/** Watches one thing from now on, until its sink is stopped. */
export type Collector = (sink: Sink) => void;
