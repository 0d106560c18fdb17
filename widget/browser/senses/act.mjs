// A visitor with one sense in the studio of a running server: `node browser/senses/act.mjs SENSE SERVER`. First as usual, then
// roused. Says a line at each step (`on`, `usual`, `roused`, `stopped`), so that whoever started it can look at the server meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../chromium.mjs';
import { must, rest, until } from '../visit.mjs';
import { writeFilm } from './picture.mjs';
import { writeVoice } from './sound.mjs';
import { HANDHELD, shaker } from './shaker.mjs';
import { measurement, strap } from './strap.mjs';

const MEDIA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
/** Seconds of a made-up device in its usual state, counted from its start, then roused. */
const USUAL = 58;
const ROUSED = 40;

/** Each sense: how its browser is made, and what the visitor does with the device. */
const SENSES = {
  text: {
    after: 0,
    async usual({ p }) { await write(p, 'Thank you, the parcel came on time and the colours are lovely.'); },
    async roused({ p }) {
      await write(p, 'This is ridiculous, I am so annoyed that it still does not work!');
      await write(p, 'I do not understand what I am meant to do here, nothing makes sense.');
    },
  },
  voice: {
    after: USUAL,
    flags(folder) {
      const file = join(folder, 'voice.wav');
      writeVoice(file, [{ seconds: USUAL, pitch: 118, range: 1.2, level: 0.25, syllables: 2.5 }, { seconds: ROUSED, pitch: 190, range: 4, level: 0.9, syllables: 4.5 }]);
      return [...MEDIA, `--use-file-for-fake-audio-capture=${file}`];
    },
  },
  face: {
    after: USUAL,
    async flags(folder) {
      const file = join(folder, 'film.y4m');
      await writeFilm(file, [{ seconds: USUAL, faces: 1 }, { seconds: ROUSED, faces: 1, tall: 0.8 }]); // flatter: eyes and brows closer together
      return [...MEDIA, `--use-file-for-fake-video-capture=${file}`];
    },
  },
  heart: {
    after: 0,
    flags: () => ['--enable-features=WebBluetooth', '--enable-experimental-web-platform-features'],
    async prepare(here) {
      let turn = 0;
      here.pulse = { roused: false };
      here.strap = await strap(here, () => (turn++, here.pulse.roused ? measurement(104 + (turn % 3), [575 + (turn % 2), 577]) : measurement(66 + (turn % 3), [880 + 40 * (turn % 2), 920 - 40 * (turn % 2)])));
    },
    tick: ({ strap: device }) => device.beat(),
    roused: ({ pulse }) => { pulse.roused = true; },
  },
  body: {
    after: 0,
    context: HANDHELD,
    async prepare(here) {
      here.shake = 0.2;
      here.move = await shaker(here.p);
    },
    tick: ({ move, shake }) => move(0.6, shake),
    roused: (here) => { here.shake = 8; },
  },
};

const write = async (p, text) => {
  await p.fill('#words', text);
  await p.click('#title-text');
};
const say = (word) => console.log(word);

/** An honest visitor who reads: the page has given no trouble, and the score is known. */
async function live({ p }, sense, here, seconds) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await rest(600)) {
    await SENSES[sense].tick?.(here);
    await p.mouse.wheel(0, 60);
    await p.mouse.move(200 + 100 * Math.random(), 300 + 50 * Math.random(), { steps: 3 });
  }
}

const [sense, server] = process.argv.slice(2);
const { flags, prepare, usual, roused, after, context } = SENSES[sense] ?? {};
must(after !== undefined && server, `usage: act.mjs ${Object.keys(SENSES).join('|')} http://127.0.0.1:PORT`);
const folder = mkdtempSync(join(tmpdir(), 'rapport-act-'));
const browser = await startChromium((await flags?.(folder)) ?? []);
try {
  const p = await (await browser.newContext({ viewport: { width: 1100, height: 900 }, ...context })).newPage();
  await p.goto(`${server}/demo/senses/`);
  await p.waitForFunction(() => window.rapport?.loaded);
  const here = { p, browser };
  await prepare?.(here);
  await p.check(`#allow-${sense}`);
  await p.click('#apply');
  await p.click(`#go-${sense}`);
  await p.click('[data-rapport-senses] .ask button.go');
  const state = () => p.textContent(`#sense-${sense} .state`);
  must(await until(async () => /learning|^on/.test(await state()), 30_000), `it did not start: ${await state()}`);
  const began = Date.now();
  const living = (seconds) => live(here, sense, here, seconds);
  for (const end = began + 75_000; !/^on/.test(await state()) && Date.now() < end; ) await living(1);
  must(/^on/.test(await state()), `it never learned what is usual: ${await state()}`);
  say('on');
  await usual?.(here);
  await living(8);
  say('usual');
  await living(Math.max(2, after + 2 - (Date.now() - began) / 1000));
  await roused?.(here);
  await living(14);
  say('roused');
  await living(6);
  await p.click('[data-rapport-senses] button:has-text("Stop")');
  must(await until(async () => !/^on/.test(await state()), 10_000), 'it did not stop');
  say('stopped');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
