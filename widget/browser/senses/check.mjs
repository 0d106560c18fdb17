// Plays the senses in real browsers with made-up devices, one browser each. `node browser/senses/check.mjs [WORD]` plays those named so.
import { ensureBuilt } from '../../build.mjs';
import { body } from './body.mjs';
import { face } from './face.mjs';
import { heart } from './heart.mjs';
import { landmarker } from './landmarker.mjs';
import { studio } from './studio.mjs';
import { text } from './text.mjs';
import { trouble } from './trouble.mjs';
import { voice } from './voice.mjs';

const only = process.argv[2] ?? '';
await ensureBuilt({ quiet: true });
let ran = 0;
let failed = 0;
/** Most of a check is waiting: two are played at the same time. */
const queue = [...text, ...voice, ...heart, ...body, ...face, ...landmarker, ...trouble, ...studio].filter((one) => one.name.includes(only));
const player = async () => {
  for (let one; (one = queue.shift()); ) {
    ran++;
    const faults = await one.run().then(() => [], (error) => [error.message.split('\n').slice(0, 4).join('\n     ')]);
    if (faults.length) failed++;
    console.log(`${faults.length ? 'FAIL' : 'ok  '} ${one.name}${faults.map((fault) => `\n     ${fault}`).join('')}`);
  }
};
await Promise.all([player(), player()]);
console.log(`${ran - failed} of ${ran} as they should be`);
process.exit(failed || !ran ? 1 : 0);
