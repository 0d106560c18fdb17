// Pitch and its company from sound, without a library. Pure: no sample is kept beyond the window.

/** Lowest and highest voice, Hz; octave slips of the estimator mostly lie outside. */
const LOWEST = 65;
const HIGHEST = 450;
/** Sound is looked at with so many samples a second: enough for the highest voice, and a quarter of the work. */
const RATE = 12_000;
/** Below this clarity (1 is a pure period) a window is unvoiced; below this level it is silence (about -46 dB of full scale). */
const CLEAR = 0.6;
export const SILENT = 0.005;

/** Root mean square of a window, 0 to 1. */
export function levelOf(window: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < window.length; i++) sum += window[i]! * window[i]!;
  return Math.sqrt(sum / window.length);
}

/**
 * Fundamental frequency of a window, Hz, or 0 where there is none. McLeod's method (P. McLeod and G. Wyvill, "A smarter way to
 * find pitch", ICMC 2005): the normalised square difference `2 Σ x(i) x(i+lag) / Σ (x(i)² + x(i+lag)²)`, of whose peaks the
 * first within 90 % of the highest counts, so that a multiple of the period does not win; then a parabola through the peak.
 */
export function createPitch(sampleRate: number, size: number): (window: Float32Array) => number {
  const step = Math.max(1, Math.round(sampleRate / RATE));
  const length = Math.floor(size / step);
  const rate = sampleRate / step;
  const least = Math.floor(rate / HIGHEST);
  const most = Math.min(Math.ceil(rate / LOWEST), length >> 1);
  const x = new Float32Array(length);
  const clarity = new Float32Array(most + 1);
  return (window) => {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = 0; k < step; k++) sum += window[i * step + k]!;
      x[i] = sum / step;
    }
    let best = 0;
    for (let lag = least; lag <= most; lag++) {
      let product = 0;
      let power = 0;
      for (let i = 0, end = length - lag; i < end; i++) {
        product += x[i]! * x[i + lag]!;
        power += x[i]! * x[i]! + x[i + lag]! * x[i + lag]!;
      }
      clarity[lag] = power ? (2 * product) / power : 0;
      if (clarity[lag]! > best) best = clarity[lag]!;
    }
    if (best < CLEAR) return 0;
    for (let lag = least + 1; lag < most; lag++) {
      const [before, here, after] = [clarity[lag - 1]!, clarity[lag]!, clarity[lag + 1]!];
      if (here < 0.9 * best || here < before || here < after) continue;
      const bend = before - 2 * here + after;
      return rate / (lag + (bend ? (0.5 * (before - after)) / bend : 0));
    }
    return 0;
  };
}

const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
const median = (list: number[]) => sorted(list)[list.length >> 1] ?? 0;

/** A second of speech in numbers. */
export interface Second {
  /** Median pitch in semitones above 55 Hz, and its standard deviation within the second. */
  pitch: number;
  spread: number;
  /** Loudness of the voiced part, dB below full scale. */
  level: number;
  /** Share of the windows that are voiced, 0 to 1. */
  voiced: number;
  /** Median jitter of the windows that have one, per cent. */
  jitter: number;
  /** Rises of loudness into a voiced stretch: a stand-in for syllables. */
  onsets: number;
}

/** A window is loud again when it is this much above the quietest since the last onset, dB; two onsets are this far apart, windows. */
const RISE = 3;
const APART = 3;

/** Gathers windows (32 ms apart) into seconds. Octave slips are taken out by a median over five windows. */
export function createSecond(): { take(f0: number, level: number, jitter: number): void; close(): Second } {
  let recent: number[] = [];
  let valley = -120; // dB
  let since = APART;
  let pitches: number[] = [];
  let levels: number[] = [];
  let jitters: number[] = [];
  let windows = 0;
  let onsets = 0;
  return {
    take(f0, level, jitter) {
      windows++;
      since++;
      const db = 20 * Math.log10(Math.max(level, 1e-6));
      if (!f0) {
        recent = [];
        valley = Math.min(valley, db);
        return;
      }
      recent = [...recent.slice(-4), 12 * Math.log2(f0 / 55)];
      if (recent.length >= 3) pitches.push(median(recent));
      levels.push(db);
      if (jitter >= 0) jitters.push(jitter);
      if (db - valley > RISE && since >= APART) {
        onsets++;
        since = 0;
        valley = db;
      } else valley = Math.min(valley, db);
    },
    close() {
      const mean = pitches.reduce((sum, pitch) => sum + pitch, 0) / (pitches.length || 1);
      const spread = Math.sqrt(pitches.reduce((sum, pitch) => sum + (pitch - mean) ** 2, 0) / (pitches.length || 1));
      const second = { pitch: median(pitches), spread, jitter: median(jitters), level: levels.length ? levels.reduce((a, b) => a + b, 0) / levels.length : -120, voiced: windows ? levels.length / windows : 0, onsets };
      pitches = [];
      levels = [];
      jitters = [];
      windows = onsets = 0;
      return second;
    },
  };
}
