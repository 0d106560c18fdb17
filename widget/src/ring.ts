import { add, each, keep } from './lists.ts';

/** The frames that the server has not yet confirmed, oldest first, each with its sequence number, which rises by one. */
export interface Ring<T> {
  /** The number the next item will get. */
  _next(): number;
  /** Makes room for one more item: the oldest one, which is given up, or undefined when there was room. */
  _yield(): T | undefined;
  /** Keeps `item` under the next number; call `_yield` first. */
  _push(item: T): void;
  /** Everything up to `sequence` is safe. */
  _ack(sequence: number): void;
  /** Calls `fn` for each unconfirmed item after `sequence`, oldest first, until it returns true. */
  _each(after: number, fn: (item: T, sequence: number) => boolean | void): void;
  _size(): number;
  _clear(): void;
}

export function createRing<T>(capacity: number, next: number): Ring<T> {
  let items: { _item: T; _sequence: number }[] = [];
  const ack = (sequence: number) => {
    items = keep(items, (entry) => entry._sequence > sequence);
    if (sequence >= next) next = sequence + 1; // the server knows more of this session than this page does
  };
  return {
    _next: () => next,
    _yield() {
      const oldest = items[0];
      if (items.length < capacity) return undefined;
      ack(oldest!._sequence);
      return oldest!._item;
    },
    _push: (item) => add(items, { _item: item, _sequence: next++ }),
    _ack: ack,
    _each: (after, fn) => each(items, ({ _item, _sequence }) => _sequence > after && fn(_item, _sequence)),
    _size: () => items.length,
    _clear() {
      items = [];
    },
  };
}
