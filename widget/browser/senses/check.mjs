// Plays the senses in real browsers with made-up devices, one browser each. `node browser/senses/check.mjs [WORD]` plays those named so.
import { ensureBuilt } from '../../build.mjs';
import { body } from './body.mjs';
import { face } from './face.mjs';
import { heart } from './heart.mjs';
import { text } from './text.mjs';
import { voice } from './voice.mjs';

const only = process.argv[2] ?? '';
await ensureBuilt({ quiet: true });
let ran = 0;
let failed = 0;
for (const { name, run } of [...text, ...voice, ...heart, ...body, ...face].filter((one) => one.name.includes(only))) {
  ran++;
  const faults = await run().then(() => [], (error) => [error.message.split('\n').slice(0, 4).join('\n     ')]);
  if (faults.length) failed++;
  console.log(`${faults.length ? 'FAIL' : 'ok  '} ${name}${faults.map((fault) => `\n     ${fault}`).join('')}`);
}
console.log(`${ran - failed} of ${ran} as they should be`);
process.exit(failed || !ran ? 1 : 0);
