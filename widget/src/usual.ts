import { max, round } from './natives.ts';
import type { Store } from './sink.ts';

/** What a visitor usually takes for something, learned and kept on the device only. */
export interface Usual {
  _learn(ms: number): void;
  /** About half of the times seen are below this, ms; 0 until something was learned. */
  _median(): number;
  _count(): number;
  /** Writes what was learned to the device. */
  _keep(): void;
}

/** Each time moves the estimate by this share towards it, so one odd time moves it little. */
const STEP = 1.06;

/** A running median: it settles where as many times lie above as below, and follows its person. */
export function createUsual(store: Store, name: string): Usual {
  const kept = (store._get(name) ?? '').split(' ');
  let median = +kept[0]! || 0;
  let count = +kept[1]! || 0;
  return {
    _learn(ms) {
      median = count++ && median ? median * (ms > median ? STEP : 1 / STEP) : max(50, ms);
    },
    _median: () => median,
    _count: () => count,
    _keep() {
      if (count) store._set(name, `${round(median)} ${count}`);
    },
  };
}
