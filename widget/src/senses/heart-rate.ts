// Heart Rate Measurement (characteristic 0x2A37) as the Bluetooth SIG's Heart Rate Service 1.0 defines it, section 3.1.

export interface Beats {
  /** Beats a minute. */
  bpm: number;
  /** Times between beats, ms, oldest first. */
  intervals: number[];
  /** False when the sensor says that it does not touch the skin; null when it cannot tell. */
  contact: boolean | null;
  /** Energy used since the last reset, kJ; null when it is not told. */
  energy: number | null;
}

/** What a living person's heart does, beats a minute; beyond, the sensor is wrong. */
export const SLOWEST = 30;
export const FASTEST = 240;

/** Reads one measurement; null when it is cut off or says what no heart does. */
export function readBeats(view: DataView): Beats | null {
  if (view.byteLength < 2) return null;
  const flags = view.getUint8(0);
  const wide = flags & 1;
  let at = 1;
  if (view.byteLength < 2 + wide + (flags & 8 ? 2 : 0)) return null;
  const bpm = wide ? view.getUint16(at, true) : view.getUint8(at);
  at += 1 + wide;
  let energy: number | null = null;
  if (flags & 8) {
    energy = view.getUint16(at, true);
    at += 2;
  }
  const intervals: number[] = [];
  if (flags & 16)
    for (; at + 1 < view.byteLength; at += 2) {
      const ms = view.getUint16(at, true) / 1.024;
      if (ms >= 60_000 / FASTEST && ms <= 60_000 / SLOWEST) intervals.push(ms);
    }
  if (bpm < SLOWEST || bpm > FASTEST) return null;
  return { bpm, intervals, contact: flags & 4 ? !!(flags & 2) : null, energy };
}

/** A beat that differs from the one before by more than this share is an artefact or an extra beat (Kamath and Fallen 1995). */
const JUMP = 0.2;
/** Beats that RMSSD looks at: half a minute's worth at rest, and the fewest that say anything. */
const MOST = 30;
const FEWEST = 8;

/** RMSSD, ms: root of the mean squared difference of successive intervals (Task Force of the ESC and NASPE, 1996). */
export function createVariability(): { take(intervals: readonly number[]): void; rmssd(): number | null } {
  let squares: number[] = [];
  let before = 0;
  return {
    take(intervals) {
      for (const interval of intervals) {
        if (before && Math.abs(interval - before) <= JUMP * before) squares = [...squares.slice(1 - MOST), (interval - before) ** 2];
        before = interval;
      }
    },
    rmssd: () => (squares.length < FEWEST ? null : Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length)),
  };
}
