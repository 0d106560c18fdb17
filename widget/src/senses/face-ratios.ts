/** Landmarks of the MediaPipe face mesh, three coordinates each; a point has its number in the canonical face model. */
export type Mesh = ArrayLike<number>;

/** What is told of a face: ratios, which distance from the camera and roll of the head leave as they are. No ratio is a feeling. */
export interface Ratios {
  /** Height over width of the eyes' opening, mean of both. */
  eyes: number;
  /** Height of the brows above the upper lid over the face's width, mean of both. */
  brows: number;
  /** Width of the mouth over the face's width. */
  mouth: number;
  /** Forward tilt of the head: how much nearer the forehead is than the chin, over their distance. */
  head: number;
}

/** The four in the order of the sense's measures. */
export function ratiosOf(mesh: Mesh): Ratios {
  const apart = (a: number, b: number) => Math.hypot(mesh[3 * a]! - mesh[3 * b]!, mesh[3 * a + 1]! - mesh[3 * b + 1]!);
  const apart3 = (a: number, b: number) => Math.hypot(mesh[3 * a]! - mesh[3 * b]!, mesh[3 * a + 1]! - mesh[3 * b + 1]!, mesh[3 * a + 2]! - mesh[3 * b + 2]!);
  const width = apart3(234, 454);
  return {
    eyes: (apart(159, 145) / apart(33, 133) + apart(386, 374) / apart(263, 362)) / 2,
    brows: (apart(105, 159) + apart(334, 386)) / 2 / width,
    mouth: apart(61, 291) / width,
    head: (mesh[3 * 152 + 2]! - mesh[3 * 10 + 2]!) / apart3(10, 152),
  };
}

/** A square of the picture, turned by `roll`, in which a face lies. */
export interface Crop {
  x: number;
  y: number;
  size: number;
  roll: number;
}

/** Room around a face, as the mesh was trained with. */
const ROOM = 1.5;

/** Where to look next, in the picture's coordinates: around the landmarks found in `crop`, which was drawn `side` pixels wide. */
export function follow(mesh: Mesh, crop: Crop, side: number): Crop {
  const scale = crop.size / side;
  const [cos, sin] = [Math.cos(crop.roll) * scale, Math.sin(crop.roll) * scale];
  const place = (i: number): [number, number] => {
    const [dx, dy] = [mesh[3 * i]! - side / 2, mesh[3 * i + 1]! - side / 2];
    return [crop.x + dx * cos - dy * sin, crop.y + dx * sin + dy * cos];
  };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < 468; i++) {
    const [x, y] = place(i);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [ax, ay] = place(33);
  const [bx, by] = place(263);
  return { x: (left + right) / 2, y: (top + bottom) / 2, size: ROOM * Math.max(right - left, bottom - top), roll: Math.atan2(by - ay, bx - ax) };
}

/** Boxes found by the detector, as [x, y, size] between 0 and 1 of its square picture; overlapping ones count once. */
export function boxesOf(raw: ArrayLike<number>, side: number): [x: number, y: number, size: number][] {
  const found: { score: number; box: [number, number, number] }[] = [];
  let row = 0;
  // Anchors of BlazeFace's back model: a 16 × 16 grid with two each, then 8 × 8 with six.
  for (const [grid, each] of [[16, 2], [8, 6]] as const)
    for (let gy = 0; gy < grid; gy++)
      for (let gx = 0; gx < grid; gx++)
        for (let n = 0; n < each; n++, row++) {
          const at = row * 17;
          const score = 1 / (1 + Math.exp(-raw[at]!));
          if (score < SURE) continue;
          const size = Math.max(raw[at + 3]!, raw[at + 4]!) / side;
          found.push({ score, box: [(gx + 0.5) / grid + raw[at + 1]! / side, (gy + 0.5) / grid + raw[at + 2]! / side, size] });
        }
  found.sort((a, b) => b.score - a.score);
  const kept: [number, number, number][] = [];
  for (const { box } of found) if (!kept.some(([x, y, size]) => Math.hypot(x - box[0], y - box[1]) < APART * Math.max(size, box[2]))) kept.push(box);
  return kept;
}

/** Two faces are at least this many of their sizes apart. */
const APART = 0.75;
/** The detector's word counts from here on. */
const SURE = 0.6;
