import type { Store } from './sink.ts';

/** What a visitor usually takes for something, learned and kept on the device only. */
export interface Usual {
  _learn(ms: number): void;
  /** Half of the times seen are below this, ms. */
  _median(): number;
  _count(): number;
  /** Writes what was learned to the device. */
  _keep(): void;
}

/** A histogram in steps of a quarter octave from 16 ms up; sums of histograms are histograms. */
const STEPS = 48;
const FIRST = 16;
/** Beyond so many times, old ones count half: a usual follows its person. */
const FORGET = 400;

export function createUsual(store: Store, name: string): Usual {
  const counts = new Float64Array(STEPS);
  const kept = (store._get(name) ?? '').split('.');
  for (let i = 0; i < STEPS; i++) counts[i] = Math.min(FORGET, +kept[i]! || 0);
  let total = 0;
  for (let i = 0; i < STEPS; i++) total += counts[i]!;
  return {
    _learn(ms) {
      const step = Math.floor(4 * Math.log2(Math.max(FIRST, ms) / FIRST));
      counts[Math.min(STEPS - 1, step)]! += 1;
      if (++total <= FORGET) return;
      total = 0;
      for (let i = 0; i < STEPS; i++) total += counts[i] = Math.floor(counts[i]! / 2);
    },
    _median() {
      let below = 0;
      for (let i = 0; i < STEPS; i++) if ((below += counts[i]!) * 2 >= total) return FIRST * 2 ** ((i + 0.5) / 4);
      return 0;
    },
    _count: () => total,
    _keep: () => total && store._set(name, counts.join('.')),
  };
}
