import type { Scope } from '../listen.ts';
import { each } from '../lists.ts';
import { fetchNative, now, parse } from '../natives.ts';
import type { Downstream } from '../transport.ts';

/** Frames go by POST this often, until a socket is tried again after so long, ms. */
const EVERY = 5000;
const SOCKET_AGAIN = 300_000;

/** What the sockets' transport lends to POST. */
export interface Lent {
  _address: string;
  _scope: Scope;
  /** True while there is nothing to send, or no time for it. */
  _nothing(): boolean;
  _body(): Uint8Array<ArrayBuffer>;
  _hear(message: Downstream): void;
  _later(ms: number, fn: () => void): void;
  _open(): void;
}

/** Sends by POST where sockets do not get through, until one is tried again. */
export function post({ _address, _scope, _nothing, _body, _hear, _later, _open }: Lent): void {
  const end = now() + SOCKET_AGAIN;
  let under = false;
  const round = () => {
    if (!under && !_nothing()) {
      under = true;
      const done = _scope._guard((messages: Downstream[]) => {
        under = false;
        each(messages, _hear);
      });
      fetchNative(_address, { method: 'POST', body: _body(), credentials: 'omit' })
        .then((response) => response.text())
        .then(
          (text) => done(parse(text) as Downstream[]),
          () => done([]),
        )
        .catch(() => done([]));
    }
    _later(EVERY, now() < end ? round : _open);
  };
  round();
}
