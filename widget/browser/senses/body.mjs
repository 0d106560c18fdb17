import { must, rest, stage, until } from './stage.mjs';

export const body = [
  {
    name: 'senses: a shaken and turned device moves the numbers so',
    run: () => stage({ context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } } }, async () => [], async ({ p, context, numbers, start, reaches, state }) => {
      const cdp = await context.newCDPSession(p);
      for (const type of ['accelerometer', 'linear-acceleration', 'gyroscope']) await cdp.send('Emulation.setSensorOverrideEnabled', { enabled: true, type, metadata: { available: true, maximumFrequency: 60 } });
      const read = (type, x, y, z) => cdp.send('Emulation.setSensorOverrideReadings', { type, reading: { xyz: { x, y, z } } });
      for (const type of ['linear-acceleration', 'gyroscope']) await read(type, 0, 0, 0);
      const move = async (seconds, shake, lying) => {
        for (const end = Date.now() + 1000 * seconds; Date.now() < end; await rest(40)) {
          const more = shake * (Math.random() - 0.5);
          await read('accelerometer', more, lying ? 1 : 9.7 + more, lying ? 9.7 + more : 1);
        }
      };
      const moving = move(34, 0.2, false);
      await start('body');
      must(await reaches('body', 'learning'), `it did not start: ${JSON.stringify(await state('body'))}`);
      await moving;
      must(await until(async () => (await state('body')).state === 'on' || (await move(1, 0.2, false)), 8000), `not learned: ${JSON.stringify(await state('body'))}`);
      const calm = numbers();
      await move(4, 8, false);
      await move(5, 0.2, true);
      await rest(1100);
      const sum = numbers();
      must(sum.bodyEnergyUp - (calm.bodyEnergyUp ?? 0) > 1000, `energy up by ${sum.bodyEnergyUp} after ${calm.bodyEnergyUp}`);
      must(sum.orientationChanges >= 1, `turns ${sum.orientationChanges}`);
      console.log(`     body: ${sum.bodySamples} samples, energy up ${sum.bodyEnergyUp}, turns ${sum.orientationChanges}`);
    }),
  },
  {
    name: 'senses: a device without a motion sensor says so',
    run: () => stage({}, async () => [], async ({ start, state }) => {
      await start('body');
      must(await until(async () => (await state('body'))?.state === 'unsupported', 6000), `${JSON.stringify(await state('body'))}`);
    }),
  },
];
