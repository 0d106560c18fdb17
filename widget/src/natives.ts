// Built-ins captured while this script loads, so that a host page that replaces them later does not break the widget.
// The module may be imported where there is no page (server-side rendering); nothing here may throw then.

/** The page's global object. */
export const page = globalThis as unknown as Window & typeof globalThis & Record<string, unknown>;

/** The name under which Angular's zone.js keeps a built-in it has wrapped: the wrapped one re-renders the host's page. */
export const unzoned = '__zone_symbol__';

const own = <K extends keyof Window & string>(name: K): Window[K] => {
  const value = (page[unzoned + name] ?? page[name]) as Window[K];
  return typeof value === 'function' ? value.bind(page) : value;
};

export const setTimer = own('setTimeout') as <A extends unknown[]>(fn: (...given: A) => void, ms: number, ...given: A) => number;
export const clearTimer = own('clearTimeout');
export const fetchNative = /* @__PURE__ */ own('fetch');
export const nextFrame = own('requestAnimationFrame');
export const Socket = page.WebSocket;
export const Observer = (page[unzoned + 'MutationObserver'] ?? page.MutationObserver) as typeof MutationObserver;
export const { parse, stringify } = JSON;
export const { floor, min, max, abs, random, round } = Math;
export const wall = Date.now;

/** True while nobody can see the page. */
export const hidden = (): boolean => document.hidden;

const clock = page.performance;
/** Milliseconds since the page began, the time base of `event.timeStamp`. */
export const now = (): number => clock.now();
