import { join } from 'node:path';
import { leaksOf } from './leak.mjs';
import { writeFilm } from './picture.mjs';
import { must, rest, stage, until } from './stage.mjs';

export const camera = (scenes) => async (folder) => {
  const file = join(folder, 'film.y4m');
  await writeFilm(file, scenes);
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
};
const SAME = 44;
const OTHER = 12;
const WIDE = 14;

/** The whole film: a face, other light and distance, wider eyes, two faces, none, darkness. @param judge of what moved by how much */
export const film = (name, options, judge = () => {}) => ({
  name: `senses: ${name}; no picture leaves; stop lets go within a second`,
  run: () => stage(options, camera([
    { seconds: SAME, faces: 1 }, { seconds: OTHER, faces: 1, size: 0.8, light: 1.25 }, { seconds: WIDE, faces: 1, tall: 1.2 },
    { seconds: 6, faces: 2, size: 0.9 }, { seconds: 5, faces: 0 }, { seconds: 60, faces: 0, black: true },
  ]), async ({ p, sink, numbers, reaches, start, state, frictionGoesOn, letsGo }) => {
    await start('face');
    must(await reaches('face', 'learning', 30_000), `it did not start: ${JSON.stringify(await state('face'))}`);
    const from = Date.now();
    const till = (second) => rest(Math.max(0, from + 1000 * second - Date.now()));
    const frame = p.frames().find((one) => one.url().endsWith('/rapport-face.html'));
    must(frame && new URL(frame.url()).hostname === 'localhost', 'it is not measured in a frame of another origin');
    const worker = p.workers().find((one) => one.url().endsWith('/rapport-face-worker.js'));
    const leaks = await worker.evaluate(async () => {
      const tried = [];
      for (const path of ['/v1/frames', '/rapport.js']) await fetch(path, { method: 'POST', body: 'x' }).then(() => tried.push(path), () => {});
      return tried;
    });
    must(!leaks.length, `the worker let out by ${leaks}`);
    const ways = await leaksOf(frame, sink);
    must(!ways.length, `the frame let out by ${ways}`);
    await till(20);
    must(!numbers().faceSamples, `compared before anything was learned: ${JSON.stringify(numbers())}`);
    must(await reaches('face', 'on', 30_000), `never learned: ${JSON.stringify(await state('face'))}`);
    await till(SAME + 2);
    const learned = numbers();
    await till(SAME + OTHER - 2);
    const other = numbers();
    await till(SAME + OTHER + 2);
    const before = numbers();
    await till(SAME + OTHER + WIDE - 2);
    const wide = numbers();
    const per = (a, b, name) => ((b[name] ?? 0) - (a[name] ?? 0)) / Math.max(1, b.faceSamples - a.faceSamples);
    const moved = (a, b) => Object.fromEntries(['Eye', 'Brow', 'Mouth', 'Head'].map((name) => [name, Math.round(per(a, b, `face${name}Up`) - per(a, b, `face${name}Down`))]));
    const [same, wider] = [moved(learned, other), moved(before, wide)];
    console.log(`     face: other light and distance ${JSON.stringify(same)}, wider eyes ${JSON.stringify(wider)} hundredths of a standard deviation`);
    must(other.faceSamples - learned.faceSamples >= 4 && wide.faceSamples - before.faceSamples >= 4, 'too few samples');
    judge(same, wider);
    const noted = (note, ms) => until(async () => (await p.evaluate((wanted) => window.told.some((t) => t.name === 'face' && t.note === wanted), note)), ms);
    for (const [note, what] of [['faces', 'two faces'], ['noface', 'no face'], ['dark', 'covered']]) {
      must(await noted(note, 12_000), `${what}: ${JSON.stringify(await state('face'))}`);
      await frictionGoesOn();
    }
    must(Math.max(...sink.got.bodies.map(({ length }) => length)) < 400, 'a message is larger than numbers are');
    const looks = await p.evaluate(() => window.told.filter((t) => t.looks).map(({ looks: n, busy }) => [n, busy]));
    const mean = (i) => looks.reduce((sum, one) => sum + one[i], 0) / looks.length;
    console.log(`     face: ${mean(0).toFixed(1)} looks a second, ${(100 * mean(1)).toFixed(1)} % of one core`);
    const { device, indicator } = await letsGo();
    console.log(`     face: camera off ${device} ms after the tap, indicator gone after ${indicator}`);
  }),
});

/** In place of the model: finds the same face in each picture, and says that it took so many ms. */
export const slowWorker = (ms) => `postMessage({ ready: true }); onmessage = ({ data }) => { data.close(); setTimeout(() => postMessage({ ms: ${ms}, faces: 1, dark: false, ratios: { eyes: 0.3, brows: 0.2, mouth: 0.4, head: 0 } }), ${ms}); };`;

export const face = [
  film('a face in other light and distance is the same, wider eyes are not', {}, (same, wider) => {
    must(wider.Eye > 150 && wider.Brow > 100, 'wider eyes and higher brows did not move up');
    must(Math.abs(same.Eye) < wider.Eye / 2 && Math.abs(same.Brow) < wider.Brow / 2 && Math.abs(same.Mouth) < 200, 'light and distance move the numbers');
  }),
  {
    name: 'senses: a face model that takes long is asked less often, and takes no more than a tenth of a core all the same',
    run: () => stage({ spoiled: { 'rapport-face-worker.js': { body: slowWorker(60) } } }, camera([{ seconds: 60, faces: 1 }]), async ({ p, start, reaches, state }) => {
      await start('face');
      must(await reaches('face', 'learning'), `it did not start: ${JSON.stringify(await state('face'))}`);
      await rest(22_000); // what it costs is known after some twenty looks
      const { looks, busy } = await p.evaluate(() => window.told.filter((t) => t.looks).at(-1));
      must(looks < 2.5 && busy <= 0.11, `${looks} looks a second, ${busy} of a core`);
      console.log(`     face: 60 ms a look: ${looks.toFixed(1)} looks a second, ${(100 * busy).toFixed(1)} % of one core`);
    }),
  },
];
