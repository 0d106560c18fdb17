// Pictures in, four ratios out, by the landmarker file that the operator of this server supplied. Served in place of face-worker.ts
// where there is one, speaks as it does, and keeps no picture either.
import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { musclesOf } from './blendshapes.ts';
import { createDarkness } from './darkness.ts';
import { noteOf, pinned } from './pinned.ts';
import { ratiosOf, type Ratios } from './face-ratios.ts';
import type { Ready, Seen } from './face-worker.ts';

/** SHA-256 of the file, hex; the server writes it before this script. */
declare const rapportLandmarker: string;

const dark = createDarkness();
let landmarker: FaceLandmarker;

async function start(): Promise<void> {
  const file = new Uint8Array(await pinned('rapport-landmarker.task', rapportLandmarker)); // the server has compared it before
  landmarker = await FaceLandmarker.createFromOptions(
    { wasmLoaderPath: 'rapport-vision.js', wasmBinaryPath: 'rapport-vision.wasm' },
    { baseOptions: { modelAssetBuffer: file, delegate: 'CPU' }, runningMode: 'VIDEO', numFaces: 2, outputFaceBlendshapes: true },
  );
}

function look(picture: ImageBitmap): Seen {
  const began = performance.now();
  const seen = (faces: number, ratios: Ratios | null, night = false): Seen => ({ ms: performance.now() - began, faces, dark: night, ratios });
  if (dark(picture)) return seen(0, null, true);
  const { faceLandmarks, faceBlendshapes } = landmarker.detectForVideo(picture, began);
  const [points] = faceLandmarks;
  if (!points) return seen(0, null);
  // Points are shares of the picture's width and height, depth in those of its width.
  const mesh = points.flatMap(({ x, y, z }) => [x * picture.width, y * picture.height, z * picture.width]);
  const shapes = new Map(faceBlendshapes[0]!.categories.map(({ categoryName, score }) => [categoryName, score]));
  return seen(faceLandmarks.length, { ...musclesOf(shapes), head: ratiosOf(mesh).head });
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
  try {
    answer(look(data));
  } finally {
    data.close();
  }
};
