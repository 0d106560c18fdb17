import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRing } from '../src/ring.ts';

const unconfirmed = (ring: ReturnType<typeof createRing<number>>, after = 0) => {
  const found: number[] = [];
  ring._each(after, (_item, sequence) => void found.push(sequence));
  return found;
};

test('an item is kept until it is confirmed', () => {
  const ring = createRing<number>(3, 1);
  ring._push(10);
  ring._push(20);
  ring._ack(1);
  expect(unconfirmed(ring)).toEqual([2]);
});

test('when it is full, the oldest makes room', () => {
  const ring = createRing<number>(2, 1);
  ring._push(10);
  ring._push(20);
  expect(ring._yield()).toBe(10);
});

test('the next number follows what the server already has', () => {
  const ring = createRing<number>(2, 1);
  ring._ack(7);
  expect(ring._next()).toBe(8);
});

test('whatever happens, each number is given once and only the given up ones are lost', () => {
  const step = fc.oneof(fc.constant('push' as const), fc.nat({ max: 60 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 6 }), (steps, capacity) => {
      const ring = createRing<number>(capacity, 1);
      const open = new Set<number>();
      let last = 0;
      for (const one of steps) {
        if (one === 'push') {
          const lost = ring._yield();
          if (lost !== undefined) open.delete(lost);
          const next = ring._next();
          expect(next).toBeGreaterThan(last);
          last = next;
          ring._push(next);
          open.add(next);
        } else {
          ring._ack(one);
          for (const sequence of open) if (sequence <= one) open.delete(sequence);
        }
        expect(unconfirmed(ring)).toEqual([...open]);
        expect(ring._size()).toBeLessThanOrEqual(capacity);
      }
    }),
  );
});
