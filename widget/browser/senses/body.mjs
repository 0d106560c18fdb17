import { HANDHELD, shaker } from './shaker.mjs';
import { must, rest, stage, until } from './stage.mjs';

export const body = [
  {
    name: 'senses: a shaken and turned device moves the numbers so, and is left alone within a second of the tap',
    run: () => stage({ context: HANDHELD }, async () => [], async ({ p, numbers, start, reaches, state, letsGo }) => {
      const move = await shaker(p);
      const moving = move(34, 0.2);
      await start('body');
      must(await reaches('body', 'learning'), `it did not start: ${JSON.stringify(await state('body'))}`);
      await moving;
      must(await until(async () => (await state('body')).state === 'on' || (await move(1, 0.2)), 8000), `not learned: ${JSON.stringify(await state('body'))}`);
      const calm = numbers();
      await move(4, 8);
      await move(5, 0.2, true);
      await rest(1100);
      const sum = numbers();
      must(sum.bodyEnergyUp - (calm.bodyEnergyUp ?? 0) > 1000, `energy up by ${sum.bodyEnergyUp} after ${calm.bodyEnergyUp}`);
      must(sum.orientationChanges >= 1, `turns ${sum.orientationChanges}`);
      const { indicator } = await letsGo({ track: false });
      await rest(1100);
      const { bodySamples } = numbers();
      await move(3, 8);
      must(numbers().bodySamples === bodySamples, 'measured after the stop');
      console.log(`     body: ${sum.bodySamples} samples, energy up ${sum.bodyEnergyUp}, turns ${sum.orientationChanges}, indicator gone ${indicator} ms after the tap`);
    }),
  },
];
