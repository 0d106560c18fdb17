import { now } from '../natives.ts';
import { Field, SignalKind, State } from '../schema.ts';
import type { Collector, Press } from '../sink.ts';

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
  let press: Press | null = null;
  let count = 0;
  const background: Record<string, true> = {};
  let known = 0;

  const failed = (mark: string) => {
    const at = now();
    sink._add(Field.errors);
    sink._tell('failure', at);
    if (!press || at - press._at > BLAME) {
      if (known++ < 50) background[mark] = true; // it happens by itself: never blame a click for it
      return;
    }
    if (background[mark] || press._honest) return;
    const blamed = press;
    if (!count++)
      sink._after(GATHER, () => {
        sink._signal(SignalKind.error_click, blamed._control ?? blamed._target, count);
        press = null;
        count = 0;
      });
  };

  sink._hear('press', (next) => {
    if (!count) press = next;
  });
  sink._on('error', (event: ErrorEvent) => {
    if (event.target === window && !HARMLESS.test(event.message)) failed(`${event.message}${event.lineno}`);
  });
  sink._on('unhandledrejection', (event: PromiseRejectionEvent) => failed(`${(event.reason as Error)?.message}`));

  // Requests: begun and ended. Those that cannot change the page (kept alive beyond it, unreadable) do not count.
  const began = () => {
    const at = now();
    sink._tell('request', at);
    const byVisitor = press && at - press._at < STARTED;
    if (byVisitor) sink._mark(State.loading, at + 30_000);
    return sink._guard((ok: boolean, mark: string) => {
      if (byVisitor) sink._mark(State.loading, 0);
      if (!ok) failed(mark);
    });
  };
  const markOf = (url: unknown) => `${url}`.replace(/[?#].*/s, '');

  const { fetch } = window;
  if (fetch) {
    const watched = function (this: unknown, ...args: Parameters<typeof fetch>) {
      const reply = fetch.apply((this ?? window) as Window, args);
      if (!running || !reply || !reply.then || args[1]?.keepalive || args[1]?.mode === 'no-cors') return reply;
      const ended = began();
      const mark = markOf((args[0] as Request)?.url ?? args[0]);
      return reply.then(
        (response) => (ended(response.status < 400, mark), response),
        (error) => {
          ended((error as Error)?.name === 'AbortError', mark);
          throw error;
        },
      );
    };
    let running = true;
    window.fetch = watched as typeof fetch;
    sink._undo(() => {
      running = false;
      if (window.fetch === watched) window.fetch = fetch;
    });
  }
  const proto = window.XMLHttpRequest?.prototype;
  if (proto) {
    const { send } = proto;
    const watched: typeof send = function (this: XMLHttpRequest, body) {
      if (running) {
        const ended = began();
        let aborted = false;
        const stop = sink._on('abort', () => (aborted = true), this);
        const stopToo = sink._on(
          'loadend',
          () => {
            stop();
            stopToo();
            ended(aborted || (this.status > 0 && this.status < 400), markOf(this.responseURL));
          },
          this,
        );
      }
      return send.call(this, body);
    };
    let running = true;
    proto.send = watched;
    sink._undo(() => {
      running = false;
      if (proto.send === watched) proto.send = send;
    });
  }
};

