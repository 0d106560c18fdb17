// Cuts a text into pieces and hashes them, as dev.rapport.models.text.TextPieces does on the server; golden.json holds both to it.

/** Buckets are numbers below two to this power. */
export const BITS = 18;
/** UTF-16 units that are looked at. */
const LONGEST = 2_000;
const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

const WORD = /['\p{L}\p{Nd}]/u;
const SPACE = /[\u0000-\u0020\p{Z}]/u;

export interface Pieces {
  /** Distinct, ascending. */
  readonly buckets: readonly number[];
  /** Words that have a letter or digit. */
  readonly words: number;
}

/** FNV-1a over UTF-16 units with a final mix of bits, apart for each kind of piece. */
function bucket(piece: string, kind: number): number {
  let hash = Math.imul(kind, 0x9e3779b1);
  for (let i = 0; i < piece.length; i++) hash = Math.imul(hash ^ piece.charCodeAt(i), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash & ((1 << BITS) - 1);
}

export function cut(raw: string): Pieces {
  const text = raw.slice(0, LONGEST).toLowerCase().replaceAll('\u2019', "'");
  const found = new Set<number>();
  let words = 0;
  let before = '^';
  let word = '';
  let kind = ' ';
  let last = '';
  const end = (): void => {
    if (kind === ' ' || word === '') return;
    if (kind === 'w') words++;
    found.add(bucket(word, 1)).add(bucket(`${before} ${word}`, 2));
    const bound = `<${word}>`;
    for (let run = SHORTEST_RUN; run <= LONGEST_RUN; run++) {
      for (let from = 0; from + run <= bound.length; from++) found.add(bucket(bound.slice(from, from + run), 3));
    }
    before = word;
  };
  for (const point of text) {
    const next = WORD.test(point) ? 'w' : SPACE.test(point) ? ' ' : 'm';
    if (next !== kind || (next === 'm' && point !== last)) {
      end();
      word = '';
    }
    word += point;
    kind = next;
    last = point;
  }
  end();
  found.add(bucket(`${before} $`, 2));
  return { buckets: [...found].sort((a, b) => a - b), words };
}
