// What the senses chunk and the chunk of one sense say to each other. Names are kept whole: the files are loaded apart.
import type { Surroundings } from '../surroundings.ts';

/** Where a sense stands. `asking`: the visitor, or the browser for them; `lost`: the device went away. */
export type State = 'asking' | 'starting' | 'learning' | 'on' | 'refused' | 'unsupported' | 'lost' | 'blocked' | 'off';

/** Why a sense that runs has nothing to say at the moment, or why it ended. */
export type Note = '' | 'channel' | 'policy' | 'frame' | 'file' | 'hash' | 'insecure' | 'nodevice' | 'busy' | 'quiet' | 'noface' | 'faces' | 'dark' | 'away' | 'slow' | 'contact' | 'odd' | 'nowasm';

/** What a running sense is given. */
export interface Bench {
  /** Folder of the server's files, with a slash at its end. */
  base: string;
  here: Surroundings;
  /** Tells where the sense stands; the ones that end it (refused, unsupported, lost, blocked, off) stop it. */
  state(state: State, note?: Note): void;
  /** One set of numbers, in the order of the sense's measures; called at most once a second. */
  sample(values: readonly number[]): void;
  /** Something is running but cannot be used now; an empty note takes that back. */
  note(note: Note): void;
  /** Adds to a field that needs no baseline. */
  count(field: number, amount: number): void;
  /** Keeps a hidden frame in the page until the answer is called. */
  keep(frame: HTMLIFrameElement): () => void;
  /** Numbers for whoever listens on this page, beside the samples. */
  tell(facts: Record<string, unknown>): void;
}

/** A sense at work. */
export interface Running {
  /** Lets go of every device at once. */
  stop(): void;
  say?(value: unknown): void;
}

/** Starts a sense; found under `rapportSense` by its name while its chunk loads. */
export type Start = (bench: Bench) => Running;

/** Leaves `start` where the senses chunk finds it. */
export function register(name: string, start: Start): void {
  const page = globalThis as { rapportSense?: Record<string, Start> };
  (page.rapportSense ??= {})[name] = start;
}
