// What each sense weighs and costs in a real Chromium with made-up devices: size over the wire, share of one processor core, frames
// a second (sets of numbers that the sense hands on, one a second at most; of words, one a text) and looks at the picture a second.   node bench/senses.mjs [--seconds N]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, sizesOf } from '../build.mjs';
import { writeFilm } from '../browser/senses/picture.mjs';
import { HANDHELD, shaker } from '../browser/senses/shaker.mjs';
import { writeVoice } from '../browser/senses/sound.mjs';
import { rest, stage, until } from '../browser/senses/stage.mjs';
import { measurement, strap } from '../browser/senses/strap.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } });
const SECONDS = +values.seconds;
if (!(SECONDS >= 5)) throw new Error(`--seconds ${values.seconds}: must be a number from 5`);
await ensureBuilt({ quiet: true });

const size = (files) => files.reduce((sum, file) => sum + sizesOf(readFileSync(new URL(`../dist/rapport-${file}`, import.meta.url))).brotli, 0) / 1024;
const FILES = {
  text: ['text.js', 'text.bin'],
  voice: ['voice.js', 'voice.html', 'voice-frame.js', 'prosody.js'],
  heart: ['heart.js'],
  body: ['body.js'],
  face: ['face.js', 'face.html', 'face-frame.js', 'face-worker.js', 'tfjs.wasm', 'facemesh.json', 'facemesh.bin', 'blazeface.json', 'blazeface.bin'],
};
const media = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const film = async (folder) => {
  await writeFilm(join(folder, 'film.y4m'), [{ seconds: 30, faces: 1 }]);
  return [...media, `--use-file-for-fake-video-capture=${join(folder, 'film.y4m')}`];
};
const sound = async (folder) => {
  writeVoice(join(folder, 'voice.wav'), [{ seconds: 30, pitch: 140, range: 2, level: 0.5, syllables: 3 }]);
  return [...media, `--use-file-for-fake-audio-capture=${join(folder, 'voice.wav')}`];
};

/** Processor time of the page's own main thread, s. */
const mainThread = async (cdp) => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;

async function measure(name, prepare, { during = () => rest(1000 * SECONDS), before = async () => {}, context = {} } = {}) {
  let found;
  await stage({ context, body: '<textarea id="m" data-rapport-text aria-label="Message"></textarea>' }, prepare, async (here) => {
    const { p, start, sink } = here;
    const device = await before(here);
    await start(name);
    await until(() => p.evaluate((n) => window.told.some((t) => t.name === n && /^(learning|on)$/.test(t.state)), name), 30_000);
    const cdp = await p.context().newCDPSession(p);
    await cdp.send('Performance.enable');
    const [from, main, bytes] = [Date.now(), await mainThread(cdp), sink.got.bytes];
    await during(here, device);
    const seconds = (Date.now() - from) / 1000;
    const told = await p.evaluate(([n, at]) => window.told.filter((t) => t.name === n && t.at >= at), [name, from]);
    const own = told.filter((t) => t.busy !== undefined);
    // Weighted by the time that each stands for: since the one before it.
    const spans = own.map((t, i) => t.at - (own[i - 1]?.at ?? from));
    const mean = (key) => own.reduce((sum, t, i) => sum + t[key] * spans[i], 0) / (spans.reduce((a, b) => a + b, 0) || 1);
    found = {
      page: (100 * ((await mainThread(cdp)) - main)) / seconds,
      beside: name === 'voice' ? mean('busy') / 10 : name === 'face' ? 100 * mean('busy') : 0,
      sets: told.filter((t) => t.numbers).length / seconds,
      looks: name === 'face' ? mean('looks') : 0,
      sent: (sink.got.bytes - bytes) / seconds,
    };
  });
  return found;
}

const rows = {
  text: await measure('text', async () => [], { during: async ({ p }) => {
    for (const end = Date.now() + 1000 * SECONDS; Date.now() < end; await rest(1000)) await p.evaluate(() => rapport('text', 'This is ridiculous, I am so annoyed that it does not work again!'));
  } }),
  voice: await measure('voice', sound),
  heart: await measure('heart', async () => ['--enable-features=WebBluetooth', '--enable-experimental-web-platform-features'], { during: async (_here, device) => {
    for (const end = Date.now() + 1000 * SECONDS; Date.now() < end; await rest(950)) await device.beat();
  }, before: (here) => strap(here, () => measurement(70, [850, 870])) }),
  face: await measure('face', film),
  body: await measure('body', async () => [], { context: HANDHELD, before: async ({ p }) => {
    const move = await shaker(p);
    const moving = move(SECONDS + 20, 1); // it has readings before the sense starts, and until it is measured
    moving.catch(() => {}); // the page is closed
  } }),
};
const heads = ['brotli kB', 'page % of a core', 'beside it %', 'frames/s', 'looks/s', 'bytes/s sent'];
console.log(`Each sense for ${SECONDS} s; the senses' panel, loaded once for all of them: ${size(['senses.js']).toFixed(1)} kB brotli`);
console.log(`${''.padEnd(8)}${heads.map((head) => head.padStart(18)).join('')}`);
for (const [name, { page, beside, sets, looks, sent }] of Object.entries(rows))
  console.log(name.padEnd(8) + [size(FILES[name]).toFixed(1), page.toFixed(2), beside.toFixed(2), sets.toFixed(2), looks ? looks.toFixed(2) : '-', sent.toFixed(0)].map((cell) => cell.padStart(18)).join(''));
const over = rows.face.beside > 10;
console.log(over ? 'over budget: the face takes more than a tenth of a core' : 'within budget: the face takes at most a tenth of a core');
process.exit(over ? 1 : 0);
