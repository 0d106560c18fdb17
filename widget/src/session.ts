import { each } from './lists.ts';
import { floor, max, page, wall } from './natives.ts';
import type { Store } from './sink.ts';

/** This visit on this tab. It exists only after consent, and `_forget` leaves no trace of it on the device. */
export interface Session {
  /** What names it to the server: a random id until the welcome gave it a name and a token. */
  _id: string;
  _visitor: string;
  /** True when this device saw the site on an earlier day. */
  _returning: boolean;
  /** Sequence number of the session's next frame, kept between pages. */
  _sequence: number;
  /** Whole seconds since the session began; never falls. */
  _second(): number;
  _visit: Store;
  _device: Store;
  /** Notes where the session stands: open on this page, or free for the next one when `leaving`. */
  _keep(sequence: number, leaving?: boolean): void;
  _forget(): void;
}

/** A visit ends after this much silence, ms. */
const IDLE = 30 * 60_000;
const DAY = 86_400_000;
const PREFIX = 'rapport.';

/** `bytes` as 16 to 32 letters and digits. */
export function textOf(bytes: Uint8Array): string {
  let id = '';
  each(bytes, (byte) => {
    id += byte.toString(36);
  });
  return id.slice(0, 32);
}

/** At least 100 random bits. */
const randomId = () => textOf(crypto.getRandomValues(new Uint8Array(24)));

/** Browser storage under the prefix `rapport.`; where a browser forbids it, nothing is kept. */
export function createStore(kind: 'sessionStorage' | 'localStorage'): Store & { _clear(): void } {
  const attempt = <T>(fn: (storage: Storage) => T): T | null => {
    try {
      return fn(page[kind] as Storage);
    } catch {
      return null; // full or forbidden
    }
  };
  return {
    _get: (name) => attempt((storage) => storage.getItem(PREFIX + name)),
    _set: (name, value) => void attempt((storage) => storage.setItem(PREFIX + name, value)),
    _clear: () =>
      attempt((storage) => {
        each(Object.keys(storage), (key) => key.indexOf(PREFIX) === 0 && storage.removeItem(key));
      }),
  };
}

export function openSession(): Session {
  const visit = createStore('sessionStorage');
  const device = createStore('localStorage');
  const time = wall();
  const today = floor(time / DAY);

  // Times to the base of 36: in decimals a browser keeps 46 kB for numbers written as text. id, start, next sequence, last sign of life, 1 while a page has it open (a duplicated tab copies that: a new visit)
  const kept = (visit._get('session') ?? '').split(' ');
  const goes = time - parseInt(kept[3]!, 36) < IDLE && kept[4] === '0' && +kept[2]! > 0;
  const began = goes ? parseInt(kept[1]!, 36) : time;
  let latest = 0;
  let away = true;

  const [visitor = randomId(), first = `${today}`] = device._get('visitor')?.split(' ') ?? [];
  device._set('visitor', `${visitor} ${first}`);

  const session: Session = {
    _id: goes ? kept[0]! : randomId(),
    _visitor: visitor,
    _returning: +first < today,
    _sequence: goes ? +kept[2]! : 1,
    _second: () => (latest = max(latest, floor((wall() - began) / 1000))),
    _visit: visit,
    _device: device,
    _keep(sequence, leaving = false) {
      if (!leaving && !away) return; // only a page that was left hands its visit on: no need to write in between
      away = leaving;
      visit._set('session', `${session._id} ${began.toString(36)} ${sequence} ${wall().toString(36)} ${+!leaving}`);
    },
    _forget() {
      visit._clear();
      device._clear();
    },
  };
  session._keep(session._sequence);
  return session;
}
