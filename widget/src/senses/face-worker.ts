// Pictures in, four ratios out. A picture stays in this worker, is looked at once, and is let go.
import * as tf from '@tensorflow/tfjs-core';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createDarkness } from './darkness.ts';
import type { Note } from './sense.ts';
import { noteOf, pinned } from './pinned.ts';
import { boxesOf, type Crop, follow, ratiosOf, type Ratios } from './face-ratios.ts';

/** What is said of one picture. */
export interface Seen {
  /** Time it took, ms. */
  ms: number;
  faces: number;
  dark: boolean;
  ratios: Ratios | null;
}
/** Said once when it is ready, or cannot be and why. */
export type Ready = { ready: true } | { ready: false; note: Note };

/** SHA-256 of each file that it runs, by name; the build writes them. */
declare const MODEL_HASHES: Record<string, string>;

/** Sides of the models' pictures, pixels. */
const MESH = 192;
const DETECTOR = 256;
/** The shortest WebAssembly: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Other faces are looked for this often, ms. */
const OTHERS = 3000;
const context = (side: number) => new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
const [meshArt, detectorArt] = [context(MESH), context(DETECTOR)];
const dark = createDarkness();

let mesh: GraphModel;
let detector: GraphModel;
let crop: Crop | null = null;
let faces = 0;
let looked = -Infinity;

async function start(): Promise<void> {
  // Every file is there and is the one that it should be before any of them is run; TensorFlow is then given these bytes.
  const files = new Map(await Promise.all(Object.entries(MODEL_HASHES).map(async ([name, hash]) => [name, await pinned(name, hash)] as const)));
  tf.env().platform.fetch = async (path) => new Response(files.get(path.replace(/.*\//, '')) ?? null);
  await WebAssembly.compile(EMPTY_MODULE); // rejects where a policy forbids it, which TensorFlow would wait for in vain
  const wasm = 'rapport-tfjs.wasm';
  setWasmPaths({ 'tfjs-backend-wasm.wasm': wasm, 'tfjs-backend-wasm-simd.wasm': wasm, 'tfjs-backend-wasm-threaded-simd.wasm': wasm }, true);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false); // it would need the embedding page's cooperation
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('no SIMD');
  await tf.setBackend('wasm');
  [mesh, detector] = await Promise.all([loadGraphModel('rapport-facemesh.json'), loadGraphModel('rapport-blazeface.json')]);
  // The first run takes many times longer than the others: it is made on an empty picture, before any camera is on.
  for (const [model, side] of [[mesh, MESH], [detector, DETECTOR]] as const) {
    const outs = tf.tidy(() => model.execute(tf.zeros([1, side, side, 3])) as tf.Tensor[]);
    await Promise.all(outs.map((out) => out.data()));
    outs.forEach((out) => out.dispose());
  }
}

/** Finds faces in the whole picture; the largest is followed. */
async function detect(picture: ImageBitmap): Promise<void> {
  const { width, height } = picture;
  const scale = DETECTOR / Math.max(width, height);
  detectorArt.fillRect(0, 0, DETECTOR, DETECTOR);
  detectorArt.drawImage(picture, 0, 0, width * scale, height * scale);
  const raw = tf.tidy(() => {
    const art = tf.cast(tf.expandDims(tf.browser.fromPixels(detectorArt.getImageData(0, 0, DETECTOR, DETECTOR)), 0), 'float32');
    const outs = [...(detector.execute(tf.sub(tf.div(art, 127.5), 1)) as tf.Tensor3D[])].sort((a, b) => a.size - b.size);
    return tf.concat([tf.concat([outs[1]!, outs[3]!], 2), tf.concat([outs[0]!, outs[2]!], 2)], 1);
  });
  const boxes = boxesOf(await raw.data(), DETECTOR);
  raw.dispose();
  faces = boxes.length;
  const [best] = boxes.sort((a, b) => b[2] - a[2]);
  if (best && !crop) crop = { x: (best[0] * DETECTOR) / scale, y: (best[1] * DETECTOR) / scale, size: (1.6 * best[2] * DETECTOR) / scale, roll: 0 };
}

async function look(picture: ImageBitmap): Promise<Seen> {
  const began = performance.now();
  const seen = (ratios: Ratios | null, night = false): Seen => ({ ms: performance.now() - began, faces: ratios ? Math.max(1, faces) : faces, dark: night, ratios });
  if (dark(picture)) {
    crop = null;
    faces = 0;
    return seen(null, true);
  }
  if (!crop || began - looked > OTHERS) {
    looked = began;
    await detect(picture);
  }
  if (!crop) return seen(null);
  const scale = MESH / crop.size;
  meshArt.setTransform(1, 0, 0, 1, 0, 0);
  meshArt.fillRect(0, 0, MESH, MESH);
  meshArt.translate(MESH / 2, MESH / 2);
  meshArt.scale(scale, scale);
  meshArt.rotate(-crop.roll);
  meshArt.drawImage(picture, -crop.x, -crop.y);
  const outs = tf.tidy(() => mesh.execute(tf.div(tf.cast(tf.expandDims(tf.browser.fromPixels(meshArt.getImageData(0, 0, MESH, MESH)), 0), 'float32'), 255)) as tf.Tensor[]);
  const points = await outs.find(({ size }) => size === 1404)!.data();
  const [flag] = await outs.find(({ size }) => size === 1)!.data();
  outs.forEach((out) => out.dispose());
  if (flag! < 0.5) {
    crop = null;
    faces = 0;
    return seen(null);
  }
  crop = follow(points, crop, MESH);
  return seen(ratiosOf(points));
}

const answer = (told: Seen | Ready) => (self as unknown as Worker).postMessage(told);
start().then(
  () => answer({ ready: true }),
  (error: unknown) => {
    console.warn('rapport face:', error);
    answer({ ready: false, note: noteOf(error) });
  },
);
self.onmessage = ({ data }: MessageEvent<ImageBitmap>) => {
  void look(data).then((seen) => {
    data.close();
    answer(seen);
  });
};
