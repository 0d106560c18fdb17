// The demo's studio: its looks, and that it shows what the widget sends.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../chromium.mjs';
import { startSink } from '../sink.mjs';
import { must, rest, until } from '../visit.mjs';
import { writeVoice } from './sound.mjs';
import { ALL } from './stage.mjs';

const DEMO = fileURLToPath(new URL('../../../server/src/main/resources/dev/rapport/server/demo/', import.meta.url));
const AXE = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

export const studio = [
  {
    name: 'senses: the studio shows numbers and bytes, light, dark and narrow, with nothing for axe to say',
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'rapport-studio-'));
      const wav = join(folder, 'voice.wav');
      writeVoice(wav, [{ seconds: 60, pitch: 130, range: 2, level: 0.4, syllables: 3 }]);
      const browser = await startChromium(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${wav}`]);
      const sink = await startSink({ channels: ALL, folders: { '/demo/': DEMO } });
      const looks = process.env.RAPPORT_LOOKS;
      try {
        const p = await (await browser.newContext({ viewport: { width: 1100, height: 900 } })).newPage();
        const faults = [];
        p.on('pageerror', (error) => faults.push(error.message));
        await p.goto(`${sink.origin}/demo/senses/`);
        await p.waitForFunction(() => window.rapport?.loaded);
        await p.evaluate(AXE);
        const axe = async (when) => {
          const found = await p.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => `${v.id} @ ${n.target.join(' ')}`))));
          must(!found.length, `axe, ${when}: ${found.join('; ')}`);
          if (looks) {
            mkdirSync(looks, { recursive: true });
            await p.screenshot({ path: join(looks, `studio-${when}.png`), fullPage: true });
          }
        };
        await axe('empty');
        must(await p.isDisabled('#go-voice'), 'a sense can be started without consent');
        await p.check('#allow-text');
        await p.check('#allow-voice');
        await p.click('#apply');
        await p.click('#go-voice');
        await p.waitForSelector('[data-rapport-senses] .ask');
        await axe('asking');
        const alike = await p.$$eval('[data-rapport-senses] .do button', (buttons) => buttons.map((one) => { const { width, height } = one.getBoundingClientRect(); return JSON.stringify([width, height, ...['color', 'backgroundColor', 'borderColor', 'fontWeight'].map((name) => getComputedStyle(one)[name])]); }));
        must(alike.length === 2 && alike[0] === alike[1], `yes and no do not look alike: ${alike}`);
        await p.keyboard.press('Tab'); // the question has the focus: the first stop is its answer
        await p.keyboard.press('Enter');
        await p.click('#go-text');
        await p.click('[data-rapport-senses] .ask button.go');
        must(await until(async () => /on/.test(await p.textContent('#sense-text .state')), 8000), 'words did not start');
        await p.fill('#words', 'This is ridiculous, I am so annoyed that it still does not work!');
        await p.click('#title-text');
        must(await until(async () => /textFrustration/.test(await p.textContent('#numbers')), 5000), 'the table does not show the score');
        must(!/ridiculous/i.test(await p.textContent('#bytes')), 'text is in the bytes');
        must(await until(async () => /usual/.test(await p.textContent('#sense-voice .meters')), 15_000), 'no live numbers of the voice');
        must(await until(async () => /learning your usual, \d+ s left/.test(await p.textContent('#sense-voice .state')), 5000), 'it does not say how long it learns');
        must(/Certainty \d+ %/.test(await p.textContent('#sense-voice .certainty')), 'no certainty');
        await p.emulateMedia({ colorScheme: 'light' });
        await rest(300);
        await axe('light');
        await p.emulateMedia({ colorScheme: 'dark' });
        await rest(300);
        await axe('dark');
        await p.setViewportSize({ width: 360, height: 740 });
        await rest(300);
        await axe('narrow');
        must((await p.evaluate(() => document.documentElement.scrollWidth)) <= 360, 'wider than 360 px');
        await p.click('#nothing');
        must(await until(() => p.frames().length === 1, 5000), 'the microphone\'s frame outlived the consent');
        must(!faults.length, faults.join('; '));
      } finally {
        await browser.close();
        await sink.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];
