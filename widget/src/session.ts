import { floor, page, wall } from './natives.ts';
import type { Store } from './sink.ts';

/** This visit on this tab. It exists only after consent, and `_forget` leaves no trace of it on the device. */
export interface Session {
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
  /** Writes down where the session stands; `leaving` when the page goes away. */
  _keep(sequence: number, leaving?: boolean): void;
  _forget(): void;
}

/** A visit ends after this much silence, ms. */
const IDLE = 30 * 60_000;
const DAY = 86_400_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 22 random characters: 132 bits. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  let id = '';
  for (let i = 0; i < 22; i++) id += ALPHABET[bytes[i]! & 63];
  return id;
}

/** Browser storage under the prefix `rapport.`; where a browser forbids it, memory. */
export function createStore(kind: 'sessionStorage' | 'localStorage'): Store & { _clear(): void } {
  let storage: Storage | undefined;
  try {
    storage = page[kind] as Storage;
    storage.getItem('rapport.');
  } catch {
    storage = undefined;
  }
  let memory: Record<string, string | null> = {};
  const attempt = <T>(fn: (storage: Storage) => T): T | undefined => {
    try {
      return storage && fn(storage);
    } catch {
      return undefined; // full or forbidden: memory holds it
    }
  };
  return {
    _get: (name) => memory[name] ?? attempt((s) => s.getItem(`rapport.${name}`)) ?? null,
    _set(name, value) {
      memory[name] = value;
      attempt((s) => (value === null ? s.removeItem(`rapport.${name}`) : s.setItem(`rapport.${name}`, value)));
    },
    _clear() {
      memory = {};
      attempt((s) => {
        for (let i = s.length; i--; ) {
          const key = s.key(i);
          if (key?.slice(0, 8) === 'rapport.') s.removeItem(key);
        }
      });
    },
  };
}

export function openSession(): Session {
  const visit = createStore('sessionStorage');
  const device = createStore('localStorage');
  const time = wall();
  const today = floor(time / DAY);

  // id, start, next sequence, last sign of life, 1 while a page has it open (a duplicated tab copies that: a new visit)
  const kept = (visit._get('session') ?? '').split(' ');
  const goes = kept.length === 5 && time - +kept[3]! < IDLE && kept[4] === '0' && +kept[2]! > 0;
  const id = goes ? kept[0]! : randomId();
  const began = goes ? +kept[1]! : time;
  let latest = 0;

  const [visitor = randomId(), first = `${today}`] = device._get('visitor')?.split(' ') ?? [];
  device._set('visitor', `${visitor} ${first}`);

  const session: Session = {
    _id: id,
    _visitor: visitor,
    _returning: +first < today,
    _sequence: goes ? +kept[2]! : 1,
    _second: () => (latest = Math.max(latest, floor((wall() - began) / 1000))),
    _visit: visit,
    _device: device,
    _keep: (sequence, leaving) => visit._set('session', `${id} ${began} ${sequence} ${wall()} ${leaving ? 0 : 1}`),
    _forget() {
      visit._clear();
      device._clear();
    },
  };
  session._keep(session._sequence);
  return session;
}
