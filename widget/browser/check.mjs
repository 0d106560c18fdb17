// Drives the built widget in a real browser with trusted input. `npm run check [-- WORD]` plays the checks named so.
import { ensureBuilt } from '../build.mjs';
import { startChromium } from './chromium.mjs';
import { hints } from './hints.mjs';
import { life } from './life.mjs';
import { presence } from './presence.mjs';
import { policy } from './policy.mjs';
import { privacy } from './privacy.mjs';
import { playAll } from './visit.mjs';
import { signals } from './signals.mjs';

const only = process.argv[2] ?? '';
await ensureBuilt({ quiet: true });
const browser = await startChromium();
let ran = 0;
let failed = 0;
const tell = (name, faults) => {
  ran++;
  if (faults.length) failed++;
  console.log(`${faults.length ? 'FAIL' : 'ok  '} ${name}${faults.map((fault) => `\n     ${fault}`).join('')}`);
};
await playAll(browser, [...life, ...privacy, ...policy, ...hints], only, tell);
await presence(only, tell);
await signals(browser, only, tell);
await browser.close();
console.log(`${ran - failed} of ${ran} as they should be`);
process.exit(failed || !ran ? 1 : 0);
