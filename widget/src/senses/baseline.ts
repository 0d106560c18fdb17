/** What is usual for this visitor: mean and standard deviation of a few numbers over their own first half minute. */
export interface Baseline {
  /** Takes one sample and says, for each number, how far it is from usual; null while what is usual is still learned. */
  take(values: readonly number[], second: number): number[] | null;
  /** Mean and standard deviation of each number so far. */
  usual(): { mean: number; sd: number }[];
  /** Seconds still to be learned, at least; 0 when it is known. */
  left(second: number): number;
}

/** Learning takes this long, s, and at least so many samples: a visitor who is silent for half a minute has shown nothing usual. */
export const LEARN_SECONDS = 30;
export const LEARN_SAMPLES = 10;
/** Hundredths of a standard deviation, at most this far from usual. */
export const FARTHEST = 600;

/**
 * Deviations in hundredths of a standard deviation, from -600 to 600: `100 (x - mean) / max(sd, floor)`. Mean and standard
 * deviation are Welford's running ones (B. P. Welford, Technometrics 4, 1962) and stand still once learned.
 *
 * @param floors least standard deviation of each number, in its own unit: what its sensor cannot tell apart from nothing
 */
export function createBaseline(floors: readonly number[]): Baseline {
  const sums = floors.map(() => ({ mean: 0, squares: 0 }));
  let samples = 0;
  let began = -1;
  let learned = false;
  const sd = (squares: number, floor: number) => Math.max(floor, samples > 1 ? Math.sqrt(squares / (samples - 1)) : 0);

  return {
    take(values, second) {
      if (values.length !== floors.length || !values.every(Number.isFinite)) return null;
      if (began < 0) began = second;
      learned ||= second - began >= LEARN_SECONDS && samples >= LEARN_SAMPLES;
      if (learned)
        return values.map((value, i) => {
          const far = (100 * (value - sums[i]!.mean)) / sd(sums[i]!.squares, floors[i]!);
          return Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, far)));
        });
      samples++;
      sums.forEach((sum, i) => {
        const step = values[i]! - sum.mean;
        sum.mean += step / samples;
        sum.squares += step * (values[i]! - sum.mean);
      });
      return null;
    },
    usual: () => sums.map(({ mean, squares }, i) => ({ mean, sd: sd(squares, floors[i]!) })),
    left: (second) =>
      learned ? 0 : Math.max(LEARN_SECONDS - (began < 0 ? 0 : second - began), LEARN_SAMPLES - samples, 1),
  };
}
