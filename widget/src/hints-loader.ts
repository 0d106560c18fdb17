import { type Config, hintsIntegrity } from './config.ts';
import type { Listen } from './listen.ts';
import { page } from './natives.ts';
import { claim } from './ours.ts';
import type { CreateHints, HintMessage, Hints, Surroundings } from './surroundings.ts';

export interface HintsLoader {
  _show(hint: HintMessage, preview: boolean): void;
  _withdraw(id: string): void;
  /** Takes every hint down; the loaded script stays for a later one. */
  _stop(): void;
}

interface Policy {
  createScriptURL(address: string): unknown;
}

let policy: Policy | null | undefined;
/** `address` in the form that Trusted Types ask for; pages that forbid the policy get the plain address. */
const trusted = (address: string): string => {
  if (policy === undefined) {
    const { trustedTypes } = page as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } };
    try {
      policy = trustedTypes
        ? trustedTypes.createPolicy('rapport#loader', {
            createScriptURL(asked: string) {
              if (!/\/rapport-hints\.js$/.test(asked)) throw new TypeError('rapport#loader only loads rapport-hints.js');
              return asked;
            },
          })
        : null;
    } catch {
      policy = null;
    }
  }
  return policy ? (policy.createScriptURL(address) as string) : address;
};

/** Fetches the hints chunk when the first hint comes, once. */
export function createHintsLoader(
  config: Config,
  listen: Listen,
  surroundings: () => Surroundings,
  missed: (hint: HintMessage) => void,
): HintsLoader {
  let create: CreateHints | null = null;
  let hints: Hints | null = null;
  let waiting: [HintMessage, boolean][] = [];
  let loading: HTMLScriptElement | null = null;

  const drain = () => {
    const list = waiting;
    waiting = [];
    if (!list.length) return;
    hints ??= create!(surroundings());
    for (let i = 0; i < list.length; i++) hints.show(list[i]![0], list[i]![1]);
  };
  const load = () => {
    if (loading) return;
    const script = claim(document.createElement('script'));
    loading = script;
    const scope = listen._scope();
    const ended = (worked: boolean) => {
      scope._stop();
      script.remove();
      loading = null;
      create = worked ? ((page as { rapportHints?: CreateHints }).rapportHints ?? null) : null;
      if (create) drain();
      else {
        const list = waiting;
        waiting = [];
        for (let i = 0; i < list.length; i++) missed(list[i]![0]);
      }
    };
    scope._on('load', () => ended(true), script);
    scope._on('error', () => ended(false), script);
    const integrity = hintsIntegrity(config.hints);
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = 'anonymous';
    }
    if (config.nonce) script.nonce = config.nonce;
    script.src = trusted(config.hints);
    (document.head ?? document.documentElement).appendChild(script);
  };

  return {
    _show(hint, preview) {
      waiting[waiting.length] = [hint, preview];
      if (create) drain();
      else load();
    },
    _withdraw(id) {
      const rest: [HintMessage, boolean][] = [];
      for (let i = 0; i < waiting.length; i++) if (waiting[i]![0].id !== id) rest[rest.length] = waiting[i]!;
      waiting = rest;
      hints?.withdraw(id);
    },
    _stop() {
      waiting = [];
      hints?.stop();
      hints = null;
    },
  };
}
