import { encode, type Wire } from './cbor.ts';
import type { Frame } from './frame.ts';
import type { Scope, Stop } from './listen.ts';
import { add, each } from './lists.ts';
import { hidden, max, min, now, parse, random, Socket, stringify } from './natives.ts';
import { createRing } from './ring.ts';
import { Field, PROTOCOL } from './schema.ts';
import type { Rare } from './surroundings.ts';

/** What the server says, by its `t`. */
export interface Downstream {
  t: 'welcome' | 'token' | 'ack' | 'hint' | 'withdraw' | 'retry' | 'error';
  /** What the page says of its visit from now on. */
  session?: string;
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
  /** 1 open, 0 closed, otherwise the code with which the connection was closed last. */
  _status(): number;
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
  _rarely(task: (rare: Rare | null) => void): void;
}

/** Unconfirmed frames kept, four minutes of activity. */
const CAPACITY = 240;
/** Waiting time before a new connection: random up to 1 s, 2 s, 4 s … 30 s. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** So many connections in a row that did not open: frames go by POST for a while. */
const FAILURES = 4;
/** Frames in one POST or beacon; a beacon may hold 64 KiB. */
const BATCH = 60;
/** Close codes: frames that the server will never take; from POLICY on, a page that broke a rule or a server with too much to do. */
const MALFORMED = 1007;
const POLICY = 1008;
const TOO_BIG = 1009;
/** Close codes from here on mean that this page is not welcome: unknown key, address not listed. */
const UNWELCOME = 4400;
/** So many refusals end it. */
const REFUSALS = 3;

/** One socket, with what the server has not confirmed sent again; POST where sockets do not get through. */
export function createTransport(scope: Scope, wires: Wires): Transport {
  const { _endpoint, _debug } = wires;
  const ring = createRing<Frame>(CAPACITY, wires._first);
  const address = `${_endpoint}/v1/frames`;
  let socket: WebSocket | null = null;
  let ready = false; // welcomed
  let sent = 0; // highest sequence number sent on this socket
  let dropped = 0;
  let waits = 0;
  let failures = 0;
  let refusals = 0;
  let notBefore = 0;
  let status = 0;
  let over = false;
  let timer: Stop | null = null;
  /** Frames that wait for their number: other pages of the visit sent some while this one was in the browser's cache. */
  let held: ((sequence: number, dropped: number) => Frame)[] | null = null;

  const asleep = () => over || hidden() || !navigator.onLine;
  const write = (message: Wire) => socket!.send(_debug ? stringify(message) : encode(message));
  const pump = () => {
    if (ready && socket!.readyState === 1)
      ring._each(sent, (frame, sequence) => {
        write(frame as Wire);
        sent = sequence;
      });
  };
  const hear = (message: Downstream) => {
    const { t, seq } = message;
    if (seq !== undefined) ring._ack(seq);
    if (t === 'welcome') release();
    if (t === 'retry') {
      notBefore = now() + 1000 * (message.after ?? 30);
      hangUp();
      later(0, open);
    }
    if (t === 'error') wires._complain(message.message!);
    wires._heard(message);
  };
  const body = () => {
    const parts: Wire[] = [wires._hello()];
    ring._each(0, (frame) => {
      add(parts, frame as Wire);
      return parts.length > BATCH;
    });
    return encode(parts);
  };

  const send: Transport['_send'] = (make) => {
    if (over) return;
    if (held) add(held, make);
    else {
      const lost = ring._yield();
      if (lost) dropped += 1 + lost[5][Field.dropped]!;
      ring._push(make(ring._next(), dropped));
      dropped = 0;
      wires._keep(ring._next());
      pump();
    }
    open();
  };
  const release = () => {
    const list = held ?? [];
    held = null;
    each(list, send);
  };

  const later = (ms: number, fn: () => void) => {
    timer?.();
    timer = scope._after(max(ms, notBefore - now()), () => {
      timer = null;
      fn();
    });
  };
  const closed = (code: number, opened: boolean) => {
    release();
    socket = null;
    ready = false;
    status = code;
    const broke = code >= MALFORMED && code <= TOO_BIG;
    if (code > UNWELCOME || (broke && ++refusals >= REFUSALS)) {
      over = true;
      ring._clear();
      wires._complain(`refused: ${code}`); // it has said why before it closed
      return;
    }
    if (broke && code !== POLICY) ring._clear();
    if (code >= POLICY) waits = max(waits, 3);
    failures = opened ? 0 : failures + 1;
    if (failures >= FAILURES) {
      failures = 0;
      wires._rarely((rare) =>
        rare
          ? rare._post({ _address: address, _scope: scope, _nothing: () => asleep() || !ring._size(), _body: body, _hear: hear, _later: later, _open: open })
          : later(LONGEST_WAIT, open),
      );
    } else later(random() * min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(waits++, 5)), open);
  };
  const open = () => {
    if (socket || timer || asleep()) return;
    if (now() < notBefore) {
      later(0, open);
      return;
    }
    let opened = false;
    const made = new Socket(`${_endpoint.replace('http', 'ws')}/v1/socket`, PROTOCOL);
    socket = made;
    made.onopen = scope._guard(() => {
      opened = true;
      write(wires._hello());
    });
    made.onmessage = scope._guard(({ data }: MessageEvent) => {
      const message = parse(data as string) as Downstream;
      hear(message);
      if (message.t !== 'welcome' || made !== socket) return;
      ready = true;
      waits = sent = 0;
      status = 1;
      pump();
    });
    made.onclose = scope._guard(({ code }: CloseEvent) => closed(code, opened));
  };
  const hangUp = () => {
    timer?.();
    timer = null;
    ready = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
    socket = null;
  };
  const beacon = () => {
    release();
    wires._keep(ring._next(), true);
    if (ring._size()) navigator.sendBeacon(address, body());
  };

  scope._on('online', open);
  scope._on('visibilitychange', open);
  scope._on('pageshow', (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    held = [];
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
  scope._guard(open)();

  return {
    _send: send,
    _greet() {
      hangUp();
      open();
    },
    _beacon: beacon,
    _status: () => status,
  };
}
