import { must, rest, stage, until } from './stage.mjs';
import { measurement, strap } from './strap.mjs';

export const bluetooth = async () => ['--enable-features=WebBluetooth', '--enable-experimental-web-platform-features'];

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
      must((await state('heart')).note === 'odd', `300 beats: ${JSON.stringify(await state('heart'))}`);
      must(/the sensor says what no heart does/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
      await here.frictionGoesOn();
      mode = 'roused';
      await beats(2);
      must((await state('heart')).note === '', 'believable beats do not take that back');
      console.log(`     heart: ${heartSamples} samples, rate up/down ${sum.heartRateUp}/${sum.heartRateDown ?? 0}, variability up/down ${sum.heartVariabilityUp ?? 0}/${sum.heartVariabilityDown}`);
      await device.leave();
      must(await reaches('heart', 'lost', 4000), `a lost strap: ${JSON.stringify(await state('heart'))}`);
      must(/the device is gone/.test(await p.textContent('[data-rapport-senses] .row')), 'the panel does not say so');
      await here.frictionGoesOn();
    }),
  },
  {
    name: 'senses: a strap is let go within a second of the tap',
    run: () => stage({}, bluetooth, async (here) => {
      const { p, start, reaches, state, letsGo } = here;
      const device = await strap(here, () => measurement(70, [850, 870]));
      await start('heart');
      must(await reaches('heart', 'learning'), `it did not start: ${JSON.stringify(await state('heart'))}`);
      await device.beat();
      // By the page's clock: the browser says on the device itself that the connection has ended.
      await p.evaluate(() => window.strap.service.device.addEventListener('gattserverdisconnected', () => (window.freed = Date.now())));
      const { indicator } = await letsGo({ track: false });
      const { connected, took } = await p.evaluate(() => ({ connected: window.strap.service.device.gatt.connected, took: window.freed - window.tapped }));
      must(!connected && took >= 0 && took < 1000, `connected ${connected} after ${took} ms`);
      must(await until(async () => (await state('heart')).state === 'off'), 'it does not say that it is off');
      console.log(`     heart: strap let go ${took} ms after the tap, indicator gone after ${indicator}`);
    }),
  },
];
