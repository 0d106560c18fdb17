// The frame that watches: camera → worker → one set of numbers a second, told to the page that embeds it.
import type { Ratios } from './face-ratios.ts';
import type { Ready, Seen } from './face-worker.ts';
import { type Line, type Meter, serve, SILENCE } from './frame.ts';

/** Five looks a second at most (expressions last half a second and more), and at most a tenth of one processor core. */
const OFTEN = 200;
const SHARE = 0.1;
/** A device that needs more than this for one look is spared, ms. */
const SLOW = 400;
/** So many slow looks in a row end it. */
const PATIENCE = 8;

async function watch({ tell }: Line): Promise<Meter> {
  if (typeof WebAssembly !== 'object' || typeof OffscreenCanvas === 'undefined') {
    tell({ state: 'unsupported', note: 'nowasm' });
    return { stop() {} };
  }
  const worker = new Worker('rapport-face-worker.js');
  const first = new Promise<Ready>((done) => {
    worker.onmessage = ({ data }: MessageEvent<Ready>) => done(data);
    worker.onerror = () => done({ ready: false, note: 'file' });
  });
  let stream: MediaStream | null = null;
  let timer = 0;
  let open = true;
  const stop = () => {
    open = false;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
    worker.terminate();
  };
  try {
    // The model is there before the camera is asked for: nobody is watched by something that cannot measure.
    const ready = await first;
    if (!ready.ready) {
      stop();
      tell({ state: 'blocked', note: ready.note });
      return { stop };
    }
    stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15 } } });
  } catch (error) {
    stop();
    throw error;
  }
  const [track] = stream.getVideoTracks();
  const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true, playsInline: true });
  await video.play();
  track!.onended = () => {
    stop();
    tell({ state: 'lost' });
  };

  let second: { ratios: Ratios[]; looks: number; ms: number } = { ratios: [], looks: 0, ms: 0 };
  let began = performance.now();
  let last = began;
  let asked = began;
  let cost = 0; // of a look, ms; the last ten or so
  let slow = 0;
  const median = (key: keyof Ratios) => second.ratios.map((one) => one[key]).sort((a, b) => a - b)[second.ratios.length >> 1]!;
  const close = (seen: Seen) => {
    const now = performance.now();
    if (now - began < 1000) return;
    const { ratios, looks, ms } = second;
    const facts = { looks: (1000 * looks) / (now - began), busy: ms / (now - began) };
    if (seen.dark) tell({ note: 'dark' });
    else if (seen.faces > 1) tell({ note: 'faces' });
    else if (!ratios.length) tell({ note: 'noface' });
    else tell({ values: [median('eyes'), median('brows'), median('mouth'), median('head')], facts });
    second = { ratios: [], looks: 0, ms: 0 };
    began = now;
  };
  const look = () => {
    if (!open) return;
    if (track!.muted || performance.now() - last > SILENCE) tell({ note: 'away' });
    asked = performance.now();
    createImageBitmap(video).then(
      (picture) => (open ? worker.postMessage(picture, [picture]) : picture.close()),
      () => (timer = window.setTimeout(look, 500)),
    );
  };
  worker.onmessage = ({ data }: MessageEvent<Seen>) => {
    last = performance.now();
    second.looks++;
    second.ms += data.ms;
    if (data.ratios && data.faces === 1) second.ratios.push(data.ratios);
    slow = data.ms > SLOW ? slow + 1 : 0;
    if (slow > PATIENCE) {
      stop();
      tell({ state: 'unsupported', note: 'slow' });
      return;
    }
    close(data);
    cost += (data.ms - cost) / 10;
    // From look to look, the way to the worker and back included.
    timer = window.setTimeout(look, Math.max(0, Math.max(OFTEN, cost / SHARE) - (last - asked)));
  };
  tell({ state: 'learning' });
  look();
  return { stop };
}

serve(watch);
