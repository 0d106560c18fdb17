// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createListen } from '../src/listen.ts';

const start = () => {
  const failed: unknown[] = [];
  return { failed, listen: createListen((error) => void failed.push(error)) };
};
/** A target that counts its listeners. */
class Counted extends EventTarget {
  count = 0;
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
    this.count++;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>) {
    this.count--;
    super.removeEventListener(...args);
  }
}

test('many parts share one listener of an event type', () => {
  const target = new Counted();
  const { listen } = start();
  for (let i = 0; i < 5; i++) listen._scope()._on('x', () => i, target);
  expect(target.count).toBe(1);
});

test('stopping every scope leaves no listener', () => {
  const target = new Counted();
  const { listen } = start();
  const scopes = [listen._scope(), listen._scope()];
  for (const scope of scopes) for (const type of ['x', 'y']) scope._on(type, () => type, target);
  for (const scope of scopes) scope._stop();
  expect(target.count).toBe(0);
});

test('what a guarded function throws stays inside', () => {
  const { listen, failed } = start();
  listen._scope()._guard(() => {
    throw new Error('ours');
  })();
  expect(failed).toHaveLength(1);
});

test('one who throws keeps nobody else from hearing', () => {
  const { listen, failed } = start();
  const heard: number[] = [];
  const fault = new Error('mine');
  const throws = () => {
    throw fault;
  };
  listen._all([throws, (value: number) => void heard.push(value)], 7);
  expect([heard, failed]).toEqual([[7], [fault]]);
});

test('a patched function is given back', () => {
  const { listen } = start();
  const owner = { act: () => 1 };
  const { act } = owner;
  const scope = listen._scope();
  scope._patch(owner, 'act', (original) => () => original() + 1);
  const during = owner.act();
  scope._stop();
  expect([during, owner.act]).toEqual([2, act]);
});

test('a patched function that somebody replaced again is left alone', () => {
  const { listen } = start();
  const owner = { act: () => 1 };
  const scope = listen._scope();
  scope._patch(owner, 'act', (original) => () => original() + 1);
  const theirs = () => 5;
  owner.act = theirs;
  scope._stop();
  expect(owner.act).toBe(theirs);
});

test('a timer of a stopped scope never fires', async () => {
  const { listen } = start();
  const scope = listen._scope();
  let fired = false;
  scope._after(5, () => {
    fired = true;
  });
  scope._stop();
  await new Promise((done) => setTimeout(done, 20));
  expect(fired).toBe(false);
});
