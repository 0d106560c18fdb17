import { must, rest, stage, until } from './stage.mjs';
import { measurement, strap } from './strap.mjs';

const bluetooth = async () => ['--enable-features=WebBluetooth', '--enable-experimental-web-platform-features'];

export const heart = [
  {
    name: 'senses: a heart that goes faster and steadier moves the numbers so; 300 beats and a lost strap are handled',
    run: () => stage({}, bluetooth, async (here) => {
      const { p, numbers, start, reaches, state } = here;
      let mode = 'rest';
      let turn = 0;
      const device = await strap(here, () => {
        turn++;
        if (mode === 'absurd') return Buffer.from([0x01, 0x2c, 0x01]);
        return mode === 'rest' ? measurement(66 + (turn % 3), [880 + 40 * (turn % 2), 920 - 40 * (turn % 2)]) : measurement(104 + (turn % 3), [575 + (turn % 2), 577]);
      });
      await start('heart');
      must(await reaches('heart', 'learning'), `it did not start: ${JSON.stringify(await state('heart'))}`);
      const beats = async (seconds) => { for (const end = Date.now() + 1000 * seconds; Date.now() < end; await rest(900)) await device.beat(); };
      await beats(20);
      must(!numbers().heartSamples, 'compared before anything was learned');
      await beats(20);
      must((await state('heart')).state === 'on', `not learned: ${JSON.stringify(await state('heart'))}`);
      const calm = numbers();
      mode = 'roused';
      await beats(25);
      const sum = numbers();
      must(sum.heartRateUp - (calm.heartRateUp ?? 0) > 3000, `rate up by ${sum.heartRateUp} after ${calm.heartRateUp}`);
      must(sum.heartVariabilityDown - (calm.heartVariabilityDown ?? 0) > 1000, `variability down by ${sum.heartVariabilityDown}`);
      mode = 'absurd';
      const { heartSamples } = sum;
      await beats(4);
      await rest(1200);
      must(numbers().heartSamples - heartSamples <= 1, '300 beats a minute were believed');
      console.log(`     heart: ${heartSamples} samples, rate up/down ${sum.heartRateUp}/${sum.heartRateDown ?? 0}, variability up/down ${sum.heartVariabilityUp ?? 0}/${sum.heartVariabilityDown}`);
      await device.leave();
      must(await reaches('heart', 'lost', 4000), `a lost strap: ${JSON.stringify(await state('heart'))}`);
      must(/the device is gone/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
    }),
  },
  {
    name: 'senses: a browser without Bluetooth says so',
    run: () => stage({}, async () => ['--disable-features=WebBluetooth', '--disable-blink-features=WebBluetooth'], async ({ p, start, state }) => {
      await p.evaluate(() => Object.defineProperty(navigator, 'bluetooth', { value: undefined }));
      await start('heart');
      must(await until(async () => (await state('heart'))?.state === 'unsupported'), `${JSON.stringify(await state('heart'))}`);
      must(/not possible in this browser/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
    }),
  },
];
