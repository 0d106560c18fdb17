import type { Config } from './config.ts';
import type { LayoutShift } from './collect/moving-target.ts';
import type { Handler, Listen, Scope, Stop } from './listen.ts';
import type { Lent } from './rare/post.ts';
import type { EventKind, Field } from './schema.ts';
import type { Collector, Press, Sink } from './sink.ts';

/** A hint as the server sends it. */
export interface HintMessage {
  id: string;
  kind: 'callout' | 'hotspot' | 'toast' | 'banner' | 'inline' | 'step' | 'dialog' | 'survey' | 'chat' | 'verb';
  intent?: string;
  anchor: { type: 'element'; ref: string } | { type: 'selector'; css: string } | { type: 'page' };
  action?: { type: 'close' } | { type: 'link'; href: string } | { type: 'handoff' } | { type: 'verb'; name: string };
  text: { title?: string; body?: string; action?: string; choices?: string[] };
  lang?: string;
  /** Seconds for which showing it still makes sense. */
  ttl?: number;
  why?: string[];
  certainty?: 'low' | 'medium' | 'high';
}

/** What a lazy chunk is given by the core. Names are kept whole: the two files may be of different builds. */
export interface Surroundings {
  on(type: string, fn: Handler, target?: EventTarget | null): Stop;
  after(ms: number, fn: () => void): Stop;
  guard<A extends [unknown?, unknown?, unknown?]>(fn: (...args: A) => void): (...args: A) => void;
  /** Runs the script at `address`, checked against `integrity` unless that is empty, and calls `done`, even when it failed. */
  load(address: string, integrity: string, done: () => void): void;
  /** Marks a node as the widget's own. */
  claim<T extends Node>(node: T): T;
  /** Bits of `State`: visible, typing, dragging, loading. */
  state(): number;
  event(kind: EventKind, name: string, value: number): void;
  /** Adds to a number of the frame that leaves next. */
  add(field: Field, amount: number): void;
  /** Bit mask of the channels that visitor and server both allow; 0 without consent. */
  granted(): number | undefined;
  /** Calls what the site registered with `rapport('on', …)`; false when nobody listens. */
  tell(name: string, detail: unknown): boolean;
  /** The visitor wants no more hints: for this visit, or for good. */
  mute(forGood: boolean): void;
}

/** What the hints chunk gives back. */
export interface Hints {
  show(hint: HintMessage, preview: boolean): void;
  withdraw(id: string): void;
  /**
   * Finds out what keeps the widget from working here, prints it, and calls `tell('doctor', lines)`.
   *
   * @param complaints what went wrong so far, in sentences
   * @param consent bit mask of the channels consented to
   * @param decidedBy which rule decided: 0 the site's word, 1 Global Privacy Control, 2 IAB TCF, 3 Google Consent Mode,
   *   4 data-consent
   * @param connection 1 open, 0 none, otherwise the code it was last closed with
   */
  doctor(config: Config, complaints: string[], consent: number, decidedBy: number, connection: number): void;
  stop(): void;
}

/** What the doctor is asked, as `Hints.doctor` is; `rapportDoctor` on the window is it. */
export type Doctor = (here: Surroundings, ...facts: Parameters<Hints['doctor']>) => void;

/** The chunk's one export, found under `rapportHints` on the window while it loads. */
export type CreateHints = (surroundings: Surroundings) => Hints;

/** What the senses chunk gives back. */
export interface Senses {
  /** Does `verb` (start, stop, say) with the sense of this name. */
  sense(name: string, verb: string, value?: unknown): void;
  stop(): void;
}

/** What the chunk for rare needs gives back. Its names are shortened: it only works with the core of its own build. */
export interface Rare {
  _touches: Collector;
  _join(listen: Listen, scope: Scope, frame: HTMLIFrameElement): Window & typeof globalThis;
  _errorTextOf(node: Node | null): Element | null;
  _fields(sink: Sink, early: Parameters<Handler>[], typing: boolean): void;
  _refOf(element: Element): string;
  _post(lent: Lent): void;
  _coveredAt(page: Document, x: number, y: number): Element | null;
  _movedTo(press: Press, shifts: LayoutShift[]): Element | null;
  stop(): void;
}
