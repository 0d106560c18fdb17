// What can go wrong with a device, a file or a policy: each is a clear state, and friction goes on.
import { join } from 'node:path';
import { must, POLICY, stage, until } from './stage.mjs';
import { writeFilm } from './picture.mjs';

const FAKE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const film = async (folder) => {
  const file = join(folder, 'film.y4m');
  await writeFilm(file, [{ seconds: 30, faces: 1 }]);
  return [...FAKE, `--use-file-for-fake-video-capture=${file}`];
};

/** A sense that must end as `state` for `note`, the panel saying `words`. */
const ends = (name, sense, state, note, words, options, flags) => ({
  name: `senses: ${name}`,
  run: () => stage(options, async () => flags, async (here) => {
    await here.start(sense);
    must(await until(async () => (await here.state(sense))?.state === state, 40_000), `state ${JSON.stringify(await here.state(sense))}`);
    must((await here.state(sense)).note === note, `another reason: ${JSON.stringify(await here.state(sense))}`);
    must(words.test(await here.p.textContent('[data-rapport-senses] .row')), `the panel says ${await here.p.textContent('[data-rapport-senses] .row')}`);
    must(!here.numbers()[`${sense}Samples`], 'something was measured all the same');
    await here.frictionGoesOn();
    here.faults.length = 0; // the browser's own words about what it refused
  }),
});

export const trouble = [
  ends('a page whose policy lets no frame of ours in says so', 'voice', 'blocked', 'frame', /not allowed here/, { policy: POLICY.replace('frame-src HOST; ', ''), refused: ['frame-src'] }, FAKE),
  ends('a browser without WebAssembly says so, and the camera stays off', 'face', 'unsupported', 'nowasm', /not possible in this browser/, {}, [...FAKE, '--js-flags=--jitless']),
  ends('a server that forbids WebAssembly says so, and the camera stays off', 'face', 'blocked', 'file', /not allowed here/, { spoiled: { 'rapport-face-worker.js': { policy: "default-src 'none'; script-src 'self'; connect-src 'self'" } } }, FAKE),
  ends('a model file that is not the one it should be says so, and the camera stays off', 'face', 'blocked', 'file', /not allowed here/, { spoiled: { 'rapport-facemesh.bin': { body: Buffer.alloc(1000) } } }, FAKE),
  {
    name: 'senses: a camera that is taken away half way says so',
    run: () => stage({}, film, async (here) => {
      const { p, start, reaches, state, browser, sink } = here;
      await start('face');
      must(await reaches('face', 'learning', 40_000), `it did not start: ${JSON.stringify(await state('face'))}`);
      const cdp = await browser.newBrowserCDPSession();
      const { targetInfos } = await cdp.send('Target.getTargets');
      const { browserContextId } = targetInfos.find(({ url }) => url.startsWith(`http://127.0.0.1:${sink.port}`));
      for (const origin of [`http://127.0.0.1:${sink.port}`, `http://localhost:${sink.port}`]) await cdp.send('Browser.setPermission', { origin, browserContextId, permission: { name: 'camera' }, setting: 'denied' });
      must(await until(async () => (await state('face'))?.state === 'lost', 8000), `taken away: ${JSON.stringify(await state('face'))}`);
      must(/the device is gone/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
      await here.frictionGoesOn();
    }),
  },
];
