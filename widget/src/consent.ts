import type { Config } from './config.ts';
import type { Listen } from './listen.ts';
import { each } from './lists.ts';
import { page } from './natives.ts';
import { Channel, CHANNELS } from './schema.ts';

/** What a site may say with `rapport('consent', …)`: all, nothing, or a switch for each channel. */
export type ConsentChoice = boolean | { [channel in (typeof CHANNELS)[number]]?: boolean };

export interface Consent {
  /** Bit mask of the channels the visitor agreed to; 0 means: no listener, no storage, no request. */
  _mask(): number;
  /** The site's own word, which outranks all others. */
  _say(choice: ConsentChoice): void;
  /** Which rule decided: 0 the site's word, 1 Global Privacy Control, 2 IAB TCF, 3 Google Consent Mode, 4 data-consent. */
  _reason(): number;
  _stop(): void;
}

/** Struggle, typing rhythm and cursor: what the page itself senses. Face, voice, text and heart need their own word. */
const BEHAVIOUR = (1 << Channel.friction) | (1 << Channel.typing) | (1 << Channel.pointer);
/** A consent platform may load late: it is looked for so many times, this far apart, ms. */
const TRIES = 10;
const LOOK = 500;

type Tcf = (command: string, version: number, callback: (data: TcfData, ok: boolean) => void, parameter?: number) => void;
interface TcfData {
  eventStatus?: string;
  gdprApplies?: boolean;
  listenerId?: number;
  purpose?: { consents?: Record<number, boolean | undefined> };
}

/** Bit mask of the channels that pass `test`. */
export function channelsThat(test: (channel: (typeof CHANNELS)[number]) => unknown): number {
  let mask = 0;
  each(CHANNELS, (channel, i) => {
    if (test(channel)) mask |= 1 << i;
  });
  return mask;
}

/** The mask of an explicit choice; friction is the ground that the other channels stand on. */
export function maskOf(choice: ConsentChoice): number {
  if (typeof choice !== 'object' || !choice) return choice === true ? BEHAVIOUR : 0;
  const mask = channelsThat((channel) => choice[channel] === true);
  return mask & 1 ? mask : 0;
}

/** Explicit word > Global Privacy Control > IAB TCF > Google Consent Mode > data-consent > no. */
export function createConsent(config: Config, listen: Listen, changed: () => void): Consent {
  const scope = listen._scope();
  let explicit: number | undefined;
  let tcf: boolean | undefined;
  let google: boolean | undefined;
  let before = 0;

  const decide = (): [mask: number, reason: number] => {
    if (explicit !== undefined) return [explicit, 0];
    if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) return [0, 1];
    if (tcf !== undefined) return [tcf ? BEHAVIOUR : 0, 2];
    if (google !== undefined) return [google ? BEHAVIOUR : 0, 3];
    return [config.consent === 'granted' ? BEHAVIOUR : 0, 4];
  };
  let ready = false; // the widget is still being put together
  const settle = () => {
    const [mask] = decide();
    if (!ready || mask === before) return;
    before = mask;
    changed();
  };

  const followTcf = (api: Tcf) => {
    let listener: number | undefined;
    tcf = false; // until the platform has spoken
    api('addEventListener', 2, (data, ok) => {
      if (!ok || !data) return;
      listener = data.listenerId;
      if (data.gdprApplies !== false && !/loaded|complete/.test(`${data.eventStatus}`)) return;
      const given = data.purpose?.consents ?? {};
      // 1: store on the device, 8: measure how content performs. Outside GDPR the platform has no word to say.
      tcf = data.gdprApplies === false ? undefined : !!(given[1] && given[8]);
      settle();
    });
    scope._undo(() => listener !== undefined && api('removeEventListener', 2, () => {}, listener));
  };
  const followGoogle = (layer: ArrayLike<unknown> & { push: (...args: unknown[]) => unknown }) => {
    const read = (entry: unknown) => {
      const words = entry as [string, string, { analytics_storage?: string; region?: unknown }] | undefined;
      if (!words || words[0] !== 'consent' || !words[2] || words[2].region) return;
      const state = words[2].analytics_storage;
      if (state) google = state === 'granted';
    };
    const readAll = scope._guard((entries: ArrayLike<unknown>) => {
      each(entries, read);
      settle();
    });
    readAll(layer);
    scope._patch(layer, 'push', (push) => (...entries) => {
      const length = push.apply(layer, entries);
      readAll(entries);
      return length;
    });
  };

  const find = <T>(name: string, left: number, follow: (found: T) => void): void => {
    const found = page[name] as T | undefined;
    if (found) follow(found);
    else if (left) scope._after(LOOK, () => find(name, left - 1, follow));
  };
  scope._guard(() => {
    find('__tcfapi', TRIES, followTcf);
    find('dataLayer', TRIES, followGoogle);
  })();
  scope._after(0, () => {
    ready = true;
    settle();
  });

  return {
    _mask: () => before,
    _say(choice) {
      explicit = maskOf(choice);
      settle();
    },
    _reason: () => decide()[1],
    _stop: scope._stop,
  };
}
