import type { Config } from './config.ts';
import type { Listen } from './listen.ts';
import { add, each } from './lists.ts';
import { now, page } from './natives.ts';
import { claim } from './ours.ts';
import type { Surroundings } from './surroundings.ts';

export interface Loader<Chunk> {
  /** Calls `task` with the chunk, fetched once when first needed; with null where it cannot be had. In order. */
  _with(task: (chunk: Chunk | null) => void): void;
  /** Ends what the chunk does; the loaded script stays for a later time. */
  _stop(): void;
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(asked: string): string }): { createScriptURL(asked: string): string };
}

const checked = (asked: string): string => {
  if (/\/rapport-\w+\.js$/.test(asked)) return asked;
  throw asked;
};

/** A chunk that did not come is asked for again after this long, ms. */
const AGAIN = 10_000;

/** Vouches for addresses where the page asks for Trusted Types. */
let policy: ReturnType<Policies['createPolicy']> | undefined;

/** @param name under which the chunk at `from`, checked against `hash` unless that is empty, leaves what makes it on the window */
export function createLoader<Chunk extends { stop(): void }>(
  from: string,
  hash: string,
  name: string,
  config: Config,
  listen: Listen,
  surroundings: (load: Surroundings['load']) => Surroundings,
): Loader<Chunk> {
  let create: ((surroundings: Surroundings) => Chunk) | undefined;
  let chunk: Chunk | null = null;
  let tasks: ((chunk: Chunk | null) => void)[] = [];
  let notBefore = 0; // endless while it loads

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
    if (list.length) chunk ??= create?.(surroundings(load)) ?? null;
    each(list, (task) => task(chunk));
  };

  return {
    _with(task) {
      add(tasks, task);
      if (notBefore === Infinity) return;
      if (create || now() < notBefore) drain();
      else {
        notBefore = Infinity;
        load(from, hash, () => {
          notBefore = now() + AGAIN;
          create = page[name] as typeof create;
          drain();
        });
      }
    },
    _stop() {
      tasks = [];
      chunk?.stop();
      chunk = null;
    },
  };
}
