/**
 * The last frames that the server has not yet confirmed, by sequence number. Sequence numbers rise by one; what the ring
 * no longer holds is either confirmed or was reported as dropped.
 */
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

export function createRing<T>(capacity: number, first: number): Ring<T> {
  let slots: Array<T | undefined> = [];
  let oldest = first;
  let next = first;
  const take = (): T | undefined => {
    const at = oldest++ % capacity;
    const item = slots[at];
    slots[at] = undefined;
    return item;
  };
  return {
    _next: () => next,
    _yield: () => (next - oldest >= capacity ? take() : undefined),
    _push(item) {
      slots[next++ % capacity] = item;
    },
    _ack(sequence) {
      while (oldest <= sequence && oldest < next) take();
      if (sequence >= next) oldest = next = sequence + 1; // the server knows more of this session than this page does
    },
    _each(after, fn) {
      for (let at = after < oldest ? oldest : after + 1; at < next; at++) if (fn(slots[at % capacity]!, at)) return;
    },
    _size: () => next - oldest,
    _clear() {
      slots = [];
      oldest = next;
    },
  };
}
