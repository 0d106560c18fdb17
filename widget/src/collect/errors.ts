import type { Stop } from '../listen.ts';
import { add, each, keep } from '../lists.ts';
import { now } from '../natives.ts';
import { Field, SignalKind, State } from '../schema.ts';
import { type Collector, type Press, Topic } from '../sink.ts';

/** An error this soon after a press belongs to it, ms. */
const BLAME = 2000;
/** Errors of one press are gathered this long before they are told, ms. */
const GATHER = 150;
/** A request this soon after a press was started by it, ms. */
const STARTED = 1000;
/** Browser notices that are no failure of the page. */
const HARMLESS = /^ResizeObserver loop/;

/** Script errors, rejected promises, failed requests, and clicks that they follow. */
export const errors: Collector = (sink) => {
  let presses: Press[] = [];
  let blamed: Press | null = null;
  let failures: number[] = [];
  let clicked = -STARTED;
  const background: { [mark: string]: true } = {};

  const failed = (mark: string) => {
    const at = now();
    sink._add(Field.errors);
    add(failures, at);
    // Judged a little later: by then the press is known, and what else it broke.
    sink._after(GATHER, () => {
      const before = keep(presses, ({ _at }) => _at <= at && at - _at < BLAME);
      const press = before[before.length - 1];
      if (!press) background[mark] = true; // it happens by itself: never blame a press for it
      if (background[mark] || press!._honest || press === blamed) return;
      blamed = press!;
      failures = keep(failures, (time) => time >= blamed!._at);
      sink._signal(SignalKind.error_click, blamed._control ?? blamed._target, failures.length);
    });
  };

  sink._hear(Topic.press, (next) => {
    presses = keep(presses, ({ _at }) => next._at - _at < BLAME + GATHER);
    add(presses, next);
  });
  sink._on('click', (_, at) => {
    clicked = at;
  });
  sink._on('error', (event: ErrorEvent) => {
    if (event.target === window && !HARMLESS.test(event.message)) failed(`${event.message}${event.lineno}`);
  });
  sink._on('unhandledrejection', (event: PromiseRejectionEvent) => failed(`${(event.reason as Error)?.message}`));

  // Requests: begun and ended. Those that cannot change the page (kept alive beyond it, unreadable) do not count.
  const began = () => {
    const at = now();
    sink._tell(Topic.request, at);
    const byVisitor = at - clicked < STARTED;
    if (byVisitor) sink._mark(State.loading, at + 30_000);
    return sink._guard((ok: boolean, mark: string) => {
      if (byVisitor) sink._mark(State.loading, 0);
      if (!ok) failed(mark);
    });
  };
  const markOf = (url: unknown) => `${url}`.replace(/[?#].*/s, '');

  let running = true;
  sink._undo(() => (running = false)); // for a page that kept our functions after we took them back
  const follow = (page: Window & typeof globalThis) => {
    if (page.fetch as unknown)
      sink._patch(page, 'fetch', (fetch) => (input, options) => {
        const reply = fetch.call(page, input, options);
        if (!running || !reply?.then || options?.keepalive || options?.mode === 'no-cors') return reply;
        const ended = began();
        const mark = markOf((input as Request).url ?? input);
        return reply.then(
          (response) => (ended(response.status < 400, mark), response),
          (error) => {
            ended((error as Error | null)?.name === 'AbortError', mark);
            throw error;
          },
        );
      });
    if (page.XMLHttpRequest as unknown)
      sink._patch(
        page.XMLHttpRequest.prototype,
        'send',
        (send) =>
          function (this: XMLHttpRequest, body) {
            if (running) {
              const ended = began();
              const stops: Stop[] = [];
              each(['load', 'abort', 'error', 'timeout'], (type) =>
                add(stops, sink._on(type, () => {
                  each(stops, (stop) => stop());
                  ended(type === 'abort' || (type === 'load' && this.status < 400), markOf(this.responseURL));
                }, this)),
              );
            }
            return send.call(this, body);
          },
      );
  };
  follow(window);
  sink._hear(Topic.frame, follow);
};
