import { type Config, hintsIntegrity } from './config.ts';
import type { Listen } from './listen.ts';
import { add, each } from './lists.ts';
import { page } from './natives.ts';
import { claim } from './ours.ts';
import type { CreateHints, Hints, Surroundings } from './surroundings.ts';

export interface HintsLoader {
  /** Calls `task` with the hints chunk, fetched once when first needed; with null where it cannot be had. In order. */
  _with(task: (hints: Hints | null) => void): void;
  /** Takes every hint down; the loaded script stays for a later one. */
  _stop(): void;
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(asked: string): string }): { createScriptURL(asked: string): string };
}

const FILE = 'rapport-hints.js';
const checked = (asked: string): string => {
  if (asked.slice(-FILE.length) !== FILE) throw new TypeError(`only ${FILE}`);
  return asked;
};

export function createHintsLoader(config: Config, listen: Listen, surroundings: () => Surroundings): HintsLoader {
  let create: CreateHints | null = null;
  let hints: Hints | null = null;
  let tasks: ((hints: Hints | null) => void)[] = [];
  let loading = false;
  /** Vouches for the address where the page asks for Trusted Types. */
  let policy: ReturnType<Policies['createPolicy']> | undefined;

  const drain = () => {
    const list = tasks;
    tasks = [];
    if (create && list.length) hints ??= create(surroundings());
    each(list, (task) => task(hints));
  };
  const load = () => {
    loading = true;
    const script = claim(document.createElement('script'));
    const scope = listen._scope();
    const ended = () => {
      loading = false;
      scope._stop();
      script.remove();
      create = (page as { rapportHints?: CreateHints }).rapportHints ?? null;
      drain();
    };
    scope._on('load', ended, script);
    scope._on('error', ended, script);
    const integrity = hintsIntegrity(config.hints);
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = 'anonymous';
    }
    if (config.nonce) script.nonce = config.nonce;
    try {
      policy ??= (page as { trustedTypes?: Policies }).trustedTypes?.createPolicy('rapport#loader', { createScriptURL: checked });
    } catch {
      // Not on the page's list of policies: the plain address may do.
    }
    script.src = policy ? policy.createScriptURL(config.hints) : config.hints;
    document.head.appendChild(script);
  };

  return {
    _with(task) {
      add(tasks, task);
      if (create) drain();
      else if (!loading) load();
    },
    _stop() {
      tasks = [];
      hints?.stop();
      hints = null;
    },
  };
}
