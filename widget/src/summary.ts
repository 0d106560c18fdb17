import { max, min, round } from './natives.ts';
import { FIELD_CHANNELS, Limit, SUMMARY_SIZE } from './schema.ts';

/** One second's counts and sums, indexed by `Field`. Two summaries merge into one of the time they cover together. */
export type Summary = Float64Array;

export const emptySummary = (): Summary => new Float64Array(SUMMARY_SIZE);

/** The summary of both; order and grouping do not matter. */
export function merge(a: Summary, b: Summary): Summary {
  const both = emptySummary();
  for (let i = 0; i < SUMMARY_SIZE; i++) both[i] = a[i]! + b[i]!;
  return both;
}

/** Whole numbers within the wire's limit; fields of a channel outside the `granted` bit mask are 0. Zeros behind the last number are left out. */
export function toWire(summary: Summary, granted: number): number[] {
  const wire: number[] = [];
  let length: number = Limit.summaryLeast;
  for (let i = 0; i < SUMMARY_SIZE; i++) {
    wire[i] = summary[i] && (granted >> +FIELD_CHANNELS[i]!) & 1 ? max(0, min(round(summary[i]!) || 0, Limit.summaryMax)) : 0;
    if (wire[i]) length = max(length, i + 1);
  }
  wire.length = length;
  return wire;
}
