// How unevenly the vocal folds beat from one cycle to the next. Pure: no sample is kept.

/** The next beat is looked for this far before and after one period. */
const SLACK = 0.2;
/** Fewer periods than this say nothing. */
const LEAST = 3;

/**
 * Relative average perturbation of a window's periods, in per cent (Y. Koike, "Application of some acoustic measures for the
 * evaluation of laryngeal dysfunction", Studia Phonologica 7, 1973): with periods T(1)…T(n),
 * `100 · mean over 1<i<n of |T(i) − (T(i−1) + T(i) + T(i+1)) / 3| / mean T`. Beats are the highest peaks one period apart, placed
 * between samples by a parabola. NaN where fewer than three periods fit.
 *
 * @param f0 fundamental frequency of the window, Hz, above 0
 */
export function jitterOf(window: Float32Array, sampleRate: number, f0: number): number {
  const period = sampleRate / f0;
  const highest = (from: number, to: number) => {
    let at = -1;
    for (let i = Math.max(1, Math.floor(from)), end = Math.min(window.length - 1, Math.ceil(to)); i < end; i++) if (at < 0 || window[i]! > window[at]!) at = i;
    return at;
  };
  const exact = (at: number) => {
    const [before, here, after] = [window[at - 1]!, window[at]!, window[at + 1]!];
    const bend = before - 2 * here + after;
    return at + (bend < 0 ? (0.5 * (before - after)) / bend : 0);
  };
  let last = exact(highest(1, period));
  const periods: number[] = [];
  while (last + period * (1 + SLACK) < window.length - 1) {
    const next = exact(highest(last + period * (1 - SLACK), last + period * (1 + SLACK)));
    periods.push(next - last);
    last = next;
  }
  if (periods.length < LEAST) return NaN;
  let sum = 0;
  for (let i = 1; i < periods.length - 1; i++) sum += Math.abs(periods[i]! - (periods[i - 1]! + periods[i]! + periods[i + 1]!) / 3);
  return (100 * sum) / (periods.length - 2) / (periods.reduce((a, b) => a + b, 0) / periods.length);
}
