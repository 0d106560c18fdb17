// Says what a text sounds like, on the visitor's own device, from the table of whole numbers that the server's model is made of.
// Nothing of the text leaves: only these numbers could.
import { BITS, cut } from './pieces.ts';

const MAGIC = 0x52545831;
const LABELS = ['frustration', 'confusion', 'gratitude', 'sadness'] as const;
const FEWEST_WORDS = 2;
const HALF_CERTAIN = 30;

/** Probabilities from 0 to 1, each on its own; certainty grows with the text that the table knows. */
export type TextScore = Readonly<Record<(typeof LABELS)[number] | 'certainty', number>>;

export interface TextTable {
  readonly rows: ReadonlyMap<number, number>;
  /** Label by label. */
  readonly weights: Int8Array;
  readonly bias: readonly number[];
  readonly scale: readonly number[];
}

/** Reads text-table.bin; its form stands at dev.rapport.models.text.TextTable. */
export function readTable(file: ArrayBuffer): TextTable {
  const view = new DataView(file);
  if (view.getUint32(0) !== MAGIC || view.getUint8(4) !== BITS || view.getUint8(5) !== LABELS.length) {
    throw new Error('the text table is not of this version');
  }
  const count = view.getUint32(6);
  let at = 10;
  const bias: number[] = [];
  const scale: number[] = [];
  for (let label = 0; label < LABELS.length; label++, at += 8) {
    bias.push(view.getFloat32(at));
    scale.push(view.getFloat32(at + 4));
  }
  const rows = new Map<number, number>();
  let bucket = 0;
  for (let row = 0; row < count; row++) {
    let group = 128;
    for (let shift = 0; group > 127; shift += 7) {
      group = view.getUint8(at++);
      bucket += (group & 127) << shift;
    }
    rows.set(bucket, row);
  }
  if (file.byteLength !== at + count * LABELS.length) throw new Error('the text table is cut off or goes on after its end');
  return { rows, weights: new Int8Array(file, at), bias, scale };
}

/** What the text sounds like; null where it is too short or unknown to say. */
export function score(table: TextTable, text: string): TextScore | null {
  const { buckets, words } = cut(text);
  const known = buckets.map((bucket) => table.rows.get(bucket)).filter((row) => row !== undefined);
  if (words < FEWEST_WORDS || known.length === 0) return null;
  const share = 1 / Math.sqrt(buckets.length);
  const said = LABELS.map((_, label) => {
    let sum = 0;
    for (const row of known) sum += table.weights[label * table.rows.size + row]!;
    return 1 / (1 + Math.exp(-(table.bias[label]! + table.scale[label]! * sum * share)));
  });
  return {
    frustration: said[0]!,
    confusion: said[1]!,
    gratitude: said[2]!,
    sadness: said[3]!,
    certainty: known.length / (known.length + HALF_CERTAIN),
  };
}
