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

const checked = (asked: string): string => {
  if (/\/rapport-\w+\.js$/.test(asked)) return asked;
  throw new TypeError(asked);
};

export function createHintsLoader(config: Config, listen: Listen, surroundings: (load: Surroundings['load']) => Surroundings): HintsLoader {
  let create: CreateHints | undefined;
  let hints: Hints | null = null;
  let tasks: ((hints: Hints | null) => void)[] = [];
  let loading = false;
  /** Vouches for the address where the page asks for Trusted Types. */
  let policy: ReturnType<Policies['createPolicy']> | undefined;

  const load: Surroundings['load'] = (address, integrity, done) => {
    const script = claim(document.createElement('script'));
    const scope = listen._scope();
    each(['load', 'error'], (type) =>
      scope._on(
        type,
        () => {
          scope._stop();
          script.remove();
          done();
        },
        script,
      ),
    );
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
    script.src = policy ? policy.createScriptURL(address) : address;
    document.head.appendChild(script);
  };
  const drain = () => {
    const list = tasks;
    tasks = [];
    if (list.length) hints ??= create?.(surroundings(load)) ?? null;
    each(list, (task) => task(hints));
  };

  return {
    _with(task) {
      add(tasks, task);
      if (create) drain();
      else if (!loading) {
        loading = true;
        load(config.hints, hintsIntegrity(config.hints), () => {
          loading = false;
          create = (page as { rapportHints?: CreateHints }).rapportHints;
          drain();
        });
      }
    },
    _stop() {
      tasks = [];
      hints?.stop();
      hints = null;
    },
  };
}
