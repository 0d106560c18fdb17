import { join } from 'node:path';
import { leaksOf } from './leak.mjs';
import { writeVoice } from './sound.mjs';
import { must, rest, stage } from './stage.mjs';

export const calm = { pitch: 118, range: 1.2, level: 0.25, syllables: 2.5 };
const roused = { pitch: 190, range: 4, level: 0.9, syllables: 4.5 };
export const microphone = (parts) => async (folder) => {
  const file = join(folder, 'voice.wav');
  writeVoice(file, parts);
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`];
};

export const voice = [
  {
    name: 'senses: voice moves up when it does, no sound leaves, stop lets go within a second',
    run: () => stage({}, microphone([{ seconds: 40, ...calm }, { seconds: 30, ...roused }]), async ({ p, sink, numbers, reaches, start, state, letsGo }) => {
      const from = Date.now();
      await start('voice');
      must(await reaches('voice', 'learning'), `it did not start: ${JSON.stringify(await state('voice'))}`);
      const frame = p.frames().find((one) => one.url().endsWith('/rapport-voice.html'));
      must(frame && new URL(frame.url()).hostname === 'localhost', 'it is not measured in a frame of another origin');
      const asked = await frame.evaluate(() => window.asked.audio);
      must(asked.autoGainControl === false && asked.noiseSuppression === false, 'the browser evens the voice out');
      const leaks = await leaksOf(frame, sink);
      must(!leaks.length, `let out by ${leaks}`);
      await rest(8000);
      must(!numbers().voiceSamples, 'something was compared before anything was learned');
      must(await reaches('voice', 'on', 45_000), `never learned: ${JSON.stringify(await state('voice'))}`);
      await rest(Math.max(0, 66_000 - (Date.now() - from)));
      const sum = numbers();
      const last = await state('voice');
      must(sum.voiceSamples >= 10, `samples ${sum.voiceSamples}`);
      for (const name of ['Pitch', 'Level', 'Spread', 'Rate']) must((sum[`voice${name}Up`] ?? 0) > 2 * (sum[`voice${name}Down`] ?? 0), `${name}: up ${sum[`voice${name}Up`]}, down ${sum[`voice${name}Down`]} of ${JSON.stringify(last)}`);
      const shown = (await p.evaluate(() => window.told.filter((t) => t.name === 'voice' && t.numbers).at(-1))).numbers;
      for (const stays of ['jitter', 'voiced']) {
        const { value, mean, deviation } = shown.find(({ measure }) => measure === stays);
        must(value > 0 && mean > 0 && deviation !== null && !Object.keys(sum).some((name) => name.toLowerCase().includes(stays)), `${stays} is compared, shown and stays here: ${JSON.stringify(shown)}`);
      }
      const seconds = (Date.now() - from) / 1000;
      must(sink.got.bytes / seconds < 220, `${(sink.got.bytes / seconds).toFixed(0)} bytes a second are more than numbers`);
      const { device, indicator } = await letsGo();
      console.log(`     voice: ${sum.voiceSamples} samples, ${(sink.got.bytes / seconds).toFixed(0)} bytes a second, microphone off ${device} ms after the tap, indicator gone after ${indicator}; up/down pitch ${sum.voicePitchUp}/${sum.voicePitchDown ?? 0}, spread ${sum.voiceSpreadUp}/${sum.voiceSpreadDown ?? 0}, level ${sum.voiceLevelUp}/${sum.voiceLevelDown ?? 0}, rate ${sum.voiceRateUp}/${sum.voiceRateDown ?? 0}`);
    }),
  },
];
