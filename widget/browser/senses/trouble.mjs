// What can go wrong with a device, a file, a policy or an answer: each is a state of its own in words, nothing is measured, and friction goes on.
import { camera, slowWorker } from './face.mjs';
import { bluetooth } from './heart.mjs';
import { HANDHELD } from './shaker.mjs';
import { must, POLICY, stage, until } from './stage.mjs';
import { calm, microphone } from './voice.mjs';
import { readFileSync } from 'node:fs';

const FAKE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const fake = async () => FAKE;
const none = async () => [];
const face = (scene) => camera([{ seconds: 60, ...scene }]);
/** The file as it was built, with one bit of one of its last bytes turned: as long as it should be, and of the right form. */
const turned = (file) => {
  const bytes = readFileSync(new URL(`../../dist/rapport-${file}`, import.meta.url));
  bytes[bytes.length - 100] ^= 4;
  return { spoiled: { [`rapport-${file}`]: { body: bytes } } };
};

/** A sense that must come to stand at `state` for `note`, the panel saying `words`. */
const stands = (name, sense, [state, note], words, { options = {}, prepare = none, before = async () => {}, yes = true }) => ({
  name: `senses: ${name}`,
  run: () => stage(options, prepare, async (here) => {
    const { p } = here;
    await before(here);
    if (yes === null) await p.evaluate((name) => rapport('sense', name, 'start'), sense);
    else await here.start(sense, yes);
    const stood = async () => ((told) => told?.state === state && told.note === note)(await here.state(sense));
    must(await until(stood, 40_000), `it stands at ${JSON.stringify(await here.state(sense))}`);
    const row = () => p.textContent('[data-rapport-senses] .row');
    must(words.test(await row()), `the panel says ${await row()}`);
    await here.frictionGoesOn();
    must(await stood(), `it did not stay so: ${JSON.stringify(await here.state(sense))}`);
    must(!here.numbers()[`${sense}Samples`] && !here.numbers().texts, 'something was measured all the same');
    const runs = await p.$('[data-rapport-senses] button:has-text("Stop")');
    must(!!runs === /^(on|learning|starting)$/.test(state), 'the panel shows it running, or not, against what it is');
    if (!runs) {
      must(await until(() => p.frames().length === 1, 10_000), 'a measuring frame is left');
      await p.click('[data-rapport-senses] button:has-text("Close")');
      must(!(await p.$('[data-rapport-senses]')), 'the panel stayed');
    }
    here.faults.length = 0; // the browser's own words about what it refused
  }),
});

/** A device that is taken away while it is used: the browser ends its track. */
const taken = (name, sense, prepare) => ({
  name: `senses: ${name}`,
  run: () => stage({}, prepare, async (here) => {
    const { p, start, reaches, state, browser, sink } = here;
    await start(sense);
    must(await reaches(sense, 'learning', 40_000), `it did not start: ${JSON.stringify(await state(sense))}`);
    const cdp = await browser.newBrowserCDPSession();
    const { targetInfos } = await cdp.send('Target.getTargets');
    const { browserContextId } = targetInfos.find(({ url }) => url.startsWith(`http://127.0.0.1:${sink.port}`));
    const permission = { name: sense === 'face' ? 'camera' : 'microphone' };
    for (const origin of [`http://127.0.0.1:${sink.port}`, `http://localhost:${sink.port}`]) await cdp.send('Browser.setPermission', { origin, browserContextId, permission, setting: 'denied' });
    must(await reaches(sense, 'lost', 20_000), `taken away: ${JSON.stringify(await state(sense))}`);
    must(/the device is gone/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
    await here.frictionGoesOn();
  }),
});

/** A frame that is led to another address, as a slip of its script could: the page's `frame-src` stops all but the server's own. */
const ledAway = (name, address, refused) => ({
  name: `senses: ${name}`,
  run: () => stage({ refused }, microphone([{ seconds: 60, ...calm }]), async (here) => {
    const { p, start, reaches, state, frictionGoesOn } = here;
    await start('voice');
    must(await reaches('voice', 'learning'), `it did not start: ${JSON.stringify(await state('voice'))}`);
    await p.frames().find((one) => one.url().endsWith('/rapport-voice.html')).evaluate((to) => { location.href = to; }, address).catch(() => {}); // the frame may be gone before it answers
    must(await reaches('voice', 'lost', 10_000), `it stands at ${JSON.stringify(await state('voice'))}`);
    must(await until(() => p.frames().length === 1, 10_000), 'the frame is still there');
    must(!refused.length || (await p.evaluate((to) => window.violations.some((one) => one.startsWith('frame-src') && to.startsWith(one.split(' ')[1])), address)), 'the page did not stop it');
    await frictionGoesOn();
    here.faults.length = 0; // the browser's own words about what it refused
  }),
});

/** A machine's Bluetooth in this state; the visitor closes the browser's chooser. */
async function radio({ browser, p }, state) {
  const machine = await browser.newBrowserCDPSession();
  await machine.send('BluetoothEmulation.enable', { state, leSupported: true });
  const cdp = await p.context().newCDPSession(p);
  await cdp.send('DeviceAccess.enable');
  cdp.once('DeviceAccess.deviceRequestPrompted', ({ id }) => cdp.send('DeviceAccess.cancelPrompt', { id }));
}

const refusedBy = (feature) => ({ options: { headers: { 'permissions-policy': `${feature}=()` } } });
const BLOCKED = /not allowed here/;

export const trouble = [
  stands('a visitor who says no thanks is not asked by the browser either', 'voice', ['refused', ''], /off: not allowed by you/, { prepare: fake, yes: false }),
  stands('a sense that the server does not grant never asks and never loads', 'voice', ['blocked', 'channel'], /does not use this sense/, { options: { channels: ['friction'] }, yes: null }),
  stands('no camera says so', 'face', ['unsupported', 'nodevice'], /no such device/, { prepare: async () => FAKE.slice(0, 1) }),
  stands('a camera that the visitor refuses to the browser says so', 'face', ['refused', ''], /not allowed by you/, { prepare: async () => FAKE.slice(1) }),
  stands('a microphone that the visitor refuses to the browser says so', 'voice', ['refused', ''], /not allowed by you/, { prepare: async () => FAKE.slice(1) }),
  stands('a page whose policy forbids the camera says so', 'face', ['blocked', 'policy'], /the page forbids this device/, { prepare: fake, ...refusedBy('camera') }),
  stands('a page whose policy forbids the microphone says so', 'voice', ['blocked', 'policy'], /the page forbids this device/, { prepare: fake, ...refusedBy('microphone') }),
  stands('a page whose policy forbids Bluetooth says so', 'heart', ['blocked', 'policy'], /the page forbids this device/, { prepare: bluetooth, ...refusedBy('bluetooth') }),
  stands('a page whose policy forbids the motion sensor says so', 'body', ['blocked', 'policy'], /the page forbids this device/, { options: { ...refusedBy('accelerometer').options, context: HANDHELD } }),
  stands('two faces say so', 'face', ['learning', 'faces'], /more than one face in view/, { prepare: face({ faces: 2, size: 0.9 }) }),
  stands('no face says so', 'face', ['learning', 'noface'], /no face in view/, { prepare: face({ faces: 0 }) }),
  stands('a covered lens says so', 'face', ['learning', 'dark'], /the picture is dark or covered/, { prepare: face({ faces: 0, black: true }) }),
  stands('a muted microphone says so', 'voice', ['learning', 'quiet'], /no voice heard/, { prepare: microphone([{ seconds: 10, ...calm, level: 0 }]) }),
  stands('a browser without Bluetooth says so', 'heart', ['unsupported', ''], /not possible in this browser/, { before: ({ p }) => p.evaluate(() => Object.defineProperty(navigator, 'bluetooth', { value: undefined })) }),
  stands('a machine without Bluetooth says so', 'heart', ['unsupported', 'nodevice'], /no such device/, { prepare: bluetooth, before: (here) => radio(here, 'absent') }),
  stands('a strap that the visitor does not pick says so', 'heart', ['refused', ''], /not allowed by you/, { prepare: bluetooth, before: (here) => radio(here, 'powered-on') }),
  stands('a device without a motion sensor says so', 'body', ['unsupported', 'nodevice'], /no such device/, {}),
  stands('a page whose policy lets no frame of ours in says so', 'voice', ['blocked', 'frame'], /does not let the measuring frame in/, { prepare: fake, options: { policy: POLICY.replace('frame-src HOST; ', ''), refused: ['frame-src'] } }),
  stands('a browser without WebAssembly says so, and the camera stays off', 'face', ['unsupported', 'nowasm'], /WebAssembly is switched off/, { prepare: async () => [...FAKE, '--js-flags=--jitless'] }),
  stands('a server that forbids WebAssembly says so, and the camera stays off', 'face', ['blocked', 'file'], /a file did not load/, { prepare: fake, options: { spoiled: { 'rapport-face-worker.js': { policy: "default-src 'none'; script-src 'self'; connect-src 'self'" } } } }),
  stands('a device that is too slow for a face is spared', 'face', ['unsupported', 'slow'], /this device is too slow for it/, { prepare: face({ faces: 1 }), options: { spoiled: { 'rapport-face-worker.js': { body: slowWorker(450) } } } }),
  ...['facemesh.bin', 'facemesh.json', 'blazeface.bin', 'tfjs.wasm'].map((file) =>
    stands(`a ${file} with one bit turned is run by nobody, and the camera stays off`, 'face', ['blocked', 'hash'], /a file is not the one that it should be/, { prepare: fake, options: turned(file) })),
  stands('a table of words with one bit turned is read by nobody', 'text', ['blocked', 'hash'], /a file is not the one that it should be/, { options: turned('text.bin') }),
  stands('a worklet that does not load says so, and the microphone is let go', 'voice', ['blocked', 'file'], /a file did not load/, { prepare: fake, options: { spoiled: { 'rapport-prosody.js': { body: 'throw new Error()' } } } }),
  ledAway('a frame that is led to another host reaches nobody, and the sense ends', 'http://127.0.0.2/elsewhere', ['frame-src']),
  ledAway('a frame that is led to another page of the server is taken away, and the sense ends', '/rapport.js', []),
  taken('a camera that is taken away half way says so', 'face', face({ faces: 1 })),
  taken('a microphone that is taken away half way says so', 'voice', microphone([{ seconds: 60, ...calm }])),
];
