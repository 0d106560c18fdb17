import { encode, type Wire } from './cbor.ts';
import type { Frame } from './frame.ts';
import { fetchNative, min, now, parse, random, Socket, stringify } from './natives.ts';
import { createRing } from './ring.ts';
import { Field, PROTOCOL } from './schema.ts';
import type { Scope } from './listen.ts';

/** What the server says, by its `t`. */
export interface Downstream {
  t: 'welcome' | 'ack' | 'hint' | 'withdraw' | 'retry' | 'error';
  seq?: number;
  channels?: string[];
  paused?: boolean;
  id?: string;
  after?: number;
  code?: string;
  message?: string;
}

export interface Transport {
  _send(make: (sequence: number, dropped: number) => Frame): void;
  /** Says hello again, since who is greeted has changed. */
  _greet(): void;
  /** Sends what the server has not confirmed by a beacon: the page may not come back. */
  _beacon(): void;
  /** For `rapport('doctor')`. */
  _status(): string;
}

export interface Wires {
  _endpoint: string;
  _debug: boolean;
  _first: number;
  _hello(): Wire;
  _heard(message: Downstream): void;
  /** Told the next sequence number after each frame, and when the page goes away. */
  _keep(next: number, leaving?: boolean): void;
  _complain(sentence: string): void;
}

/** Unconfirmed frames kept, four minutes of activity. */
const CAPACITY = 240;
/** Waiting time before a new connection: random up to 1 s, 2 s, 4 s … 30 s. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** So many connections in a row that did not open: frames go by POST, this often, until a socket is tried again, ms. */
const FAILURES = 4;
const POST_EVERY = 5000;
const SOCKET_AGAIN = 300_000;
/** Frames in one POST or beacon; a beacon may hold 64 KiB. */
const BATCH = 60;
/** The server's last word about these frames: sending them again would not help. */
const REFUSED = [1007, 1009];
/** The server's last word about this page. */
const UNWELCOME = [4401, 4403];

/** One socket, with what the server has not confirmed sent again; POST where sockets do not get through. */
export function createTransport(scope: Scope, wires: Wires): Transport {
  const { _endpoint, _debug, _complain } = wires;
  const ring = createRing<Frame>(CAPACITY, wires._first);
  let socket: WebSocket | null = null;
  let ready = false;
  let sent = 0;
  let dropped = 0;
  let waits = 0;
  let failures = 0;
  let refusals = 0;
  let posting = false;
  let notBefore = 0;
  let over = !_endpoint;
  let reason = 'not connected yet';
  let cancelOpen = () => {};
  let waiting = false;

  const asleep = () => over || document.visibilityState === 'hidden' || navigator.onLine === false;
  const write = (message: Wire) => {
    socket!.send(_debug ? stringify(message) : encode(message));
  };
  const pump = () => {
    if (!ready || socket!.readyState !== 1) return;
    ring._each(sent, (frame, sequence) => {
      write(frame as unknown as Wire);
      sent = sequence;
    });
  };
  const hear = (message: Downstream) => {
    const { t, seq } = message;
    if ((t === 'welcome' || t === 'ack') && seq !== undefined) ring._ack(seq);
    if (t === 'retry') notBefore = now() + 1000 * (message.after ?? 30);
    if (t === 'error') _complain(`${message.message ?? message.code}`);
    wires._heard(message);
  };

  const schedule = (ms: number) => {
    cancelOpen();
    waiting = true;
    cancelOpen = scope._after(ms, open);
  };
  const later = () => {
    if (over) return;
    const wait = random() * min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(waits++, 10));
    schedule(Math.max(wait, notBefore - now()));
  };
  const body = (): Uint8Array<ArrayBuffer> => {
    const parts: Wire[] = [wires._hello()];
    ring._each(0, (frame) => {
      parts[parts.length] = frame as unknown as Wire;
      return parts.length > BATCH;
    });
    return encode(parts);
  };
  const post = () => {
    if (posting || asleep() || !ring._size()) return;
    posting = true;
    fetchNative(`${_endpoint}/v1/frames`, { method: 'POST', body: body(), credentials: 'omit' })
      .then((response) => response.text())
      .then(
        scope._guard((text: string) => {
          posting = false;
          const messages = parse(text) as Downstream[];
          for (let i = 0; i < messages.length; i++) hear(messages[i]!);
          reason = 'sending by POST';
        }),
        scope._guard(() => {
          posting = false;
        }),
      );
  };
  const postUntil = (end: number) => {
    if (over || socket) return;
    post();
    if (now() < end) scope._after(POST_EVERY, () => postUntil(end));
    else {
      failures = 0;
      open();
    }
  };

  const closed = (code: number, opened: boolean) => {
    socket = null;
    ready = false;
    reason = `closed with ${code}`;
    if (over) return;
    if (UNWELCOME.indexOf(code) >= 0) {
      over = true;
      ring._clear();
      _complain(code === 4401 ? 'the server does not know this site key' : "this address is not on the site's list of origins");
      return;
    }
    if (REFUSED.indexOf(code) >= 0) ring._clear();
    if (code === 1008 || REFUSED.indexOf(code) >= 0) {
      if (++refusals >= 3) {
        over = true;
        _complain('the server refused three times what this page sent; nothing more is sent');
        return;
      }
      waits = Math.max(waits, 3);
    }
    if (code === 1013) waits = Math.max(waits, 4);
    failures = opened ? 0 : failures + 1;
    if (failures >= FAILURES) postUntil(now() + SOCKET_AGAIN);
    else if (ring._size() || code !== 1000) later();
  };
  const open = () => {
    cancelOpen();
    waiting = false;
    if (socket || asleep()) return;
    if (now() < notBefore) {
      schedule(notBefore - now());
      return;
    }
    let opened = false;
    let made: WebSocket;
    try {
      made = new Socket(`${_endpoint.replace(/^http/, 'ws')}/v1/socket`, PROTOCOL);
    } catch {
      closed(0, false); // forbidden by the page's policy, in some browsers
      return;
    }
    socket = made;
    made.binaryType = 'arraybuffer';
    made.onopen = scope._guard(() => {
      opened = true;
      reason = 'connected, waiting for welcome';
      write(wires._hello());
    });
    made.onmessage = scope._guard(({ data }: MessageEvent) => {
      if (made !== socket) return;
      const message = parse(data as string) as Downstream;
      hear(message);
      if (message.t !== 'welcome') return;
      ready = true;
      waits = failures = 0;
      reason = 'connected';
      sent = 0;
      pump();
    });
    made.onclose = scope._guard(({ code }: CloseEvent) => {
      if (made === socket) closed(code, opened);
    });
  };
  const hangUp = () => {
    const old = socket;
    socket = null;
    ready = false;
    cancelOpen();
    if (!old) return;
    old.onopen = old.onmessage = old.onclose = null;
    old.close(1000);
  };
  const beacon = () => {
    wires._keep(ring._next(), true);
    if (over || !ring._size()) return;
    const bytes = body();
    const address = `${_endpoint}/v1/frames`;
    if (!navigator.sendBeacon?.(address, bytes))
      void fetchNative(address, { method: 'POST', body: bytes, keepalive: true, credentials: 'omit' }).catch(() => {});
  };

  const wake = () => {
    if (!socket && !posting && failures < FAILURES && ring._size()) open();
  };
  scope._on('online', wake);
  scope._on('visibilitychange', wake);
  scope._on('pageshow', (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    wires._keep(ring._next());
    open();
  });
  scope._undo(() => {
    over = true;
    hangUp();
    ring._clear();
  });
  // An open socket keeps the page out of the back/forward cache. This runs after everybody else's last words.
  scope._on('pagehide', () => {
    beacon();
    hangUp();
  });
  open();

  return {
    _send(make) {
      if (over) return;
      const lost = ring._yield();
      if (lost) dropped += 1 + lost[5][Field.dropped]!;
      ring._push(make(ring._next(), dropped));
      dropped = 0;
      wires._keep(ring._next());
      if (ready) pump();
      else if (!waiting) wake();
    },
    _greet() {
      hangUp();
      open();
    },
    _beacon: beacon,
    _status: () => reason,
  };
}
