// What the widget weighs and costs, beside what its rivals do, in one run: file sizes, then a real Chromium with trusted input
// on the same page with nothing (the floor), the widget, and each rival in turn. Prints medians; exits 1 over budget.
//   node bench/bench.mjs [--rounds N] [--rivals none|all|rrweb,posthog…]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt, printSizes, sizesOf } from '../build.mjs';
import { measure } from './measure.mjs';
import { PLAN, SHORT, sizeOf } from './page.mjs';
import { rivals } from './rivals.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, rivals: { type: 'string', default: 'all' } } });
const ROUNDS = +values.rounds;
if (!(ROUNDS >= 1)) throw new Error(`--rounds ${values.rounds}: must be a number from 1`);
/** Most that the widget may add: script until loaded, ms; script an input, µs; share of rrweb's; heap, kB; sent a minute, kB. */
const BUDGET = { loadMs: 20, inputUs: 40, ofRrweb: 0.5, heapKb: 512, sentKb: 10, shift: 0, longestMs: 50 };
/** The processor of an inexpensive phone is so many times slower. */
const SLOWER = 4;

await ensureBuilt({ quiet: true });
let fits = printSizes();
const candidates = { floor: { tag: '' } };
candidates.rapport = { tag: '<script async src="/rapport.js" data-site="bench-key-0001" data-consent="granted"></script>', size: sizesOf(readFileSync(new URL('../dist/rapport.js', import.meta.url))).brotli };
const words = values.rivals === 'all' ? [] : values.rivals.toLowerCase().split(',');
for (const [name, script] of Object.entries(values.rivals === 'none' ? {} : await rivals(words)))
  candidates[name] = { tag: '<script src="/rival.js"></script>', script, size: sizesOf(script).brotli };

const runs = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const name of round % 2 ? Object.keys(runs).reverse() : Object.keys(runs)) runs[name].push(await measure(candidates[name], PLAN));

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const of = (name, key) => median(runs[name].map((run) => run[key]));
const added = (name, key) => of(name, key) - of('floor', key);
const plan = (inputs) => Object.entries(inputs).map(([kind, n]) => `${n} ${kind}`).join(', ');

console.log(`\n${sizeOf(PLAN)} trusted inputs (${plan(PLAN)}), main thread, processor time, medians of ${ROUNDS} runs in turn; all beside the bare page`);
console.log(`${''.padEnd(22)} brotli kB  load ms  µs an input  (least-most)  of rrweb   heap kB  kB sent a minute`);
const rrweb = Object.keys(runs).find((name) => name.startsWith('rrweb'));
for (const name of Object.keys(runs)) {
  const spread = runs[name].map((run) => run.inputUs - of('floor', 'inputUs'));
  const cells = name === 'floor'
    ? ['', of(name, 'loadMs').toFixed(1), of(name, 'inputUs').toFixed(0), '', '', of(name, 'heapKb').toFixed(0), of(name, 'sentKb').toFixed(1)]
    : [
      (candidates[name].size / 1024).toFixed(1), added(name, 'loadMs').toFixed(1), added(name, 'inputUs').toFixed(0),
      `${Math.min(...spread).toFixed(0)}-${Math.max(...spread).toFixed(0)}`,
      rrweb ? (added(name, 'inputUs') / added(rrweb, 'inputUs')).toFixed(2) : '-', added(name, 'heapKb').toFixed(0), of(name, 'sentKb').toFixed(1),
    ];
  console.log(name.padEnd(22) + cells.map((cell, i) => cell.padStart([10, 9, 13, 14, 10, 10, 18][i])).join(''));
  const faults = new Set(runs[name].flatMap((run) => run.faults));
  for (const fault of faults) console.log(`  ! ${fault}`);
}

// On a slow processor: does the widget ever hold the page up by itself?
const slow = { floor: [], rapport: [] };
for (let round = 0; round < ROUNDS; round++) for (const name of Object.keys(slow)) slow[name].push(await measure(candidates[name], SHORT, SLOWER));
const slowly = (name, key) => median(slow[name].map((run) => run[key]));
console.log(`\nProcessor ${SLOWER} times slower, ${sizeOf(SHORT)} inputs, timeline recorded: until loaded ${slowly('floor', 'loadMs').toFixed(0)} → ${slowly('rapport', 'loadMs').toFixed(0)} ms of script, `
  + `longest stretch of rapport.js ${slowly('rapport', 'longestMs').toFixed(1)} ms, layout shift ${slowly('rapport', 'shift').toFixed(4)}`);

const facts = {
  loadMs: added('rapport', 'loadMs'), inputUs: added('rapport', 'inputUs'), ofRrweb: rrweb ? added('rapport', 'inputUs') / added(rrweb, 'inputUs') : 0,
  heapKb: added('rapport', 'heapKb'), sentKb: of('rapport', 'sentKb'), shift: slowly('rapport', 'shift') - slowly('floor', 'shift'), longestMs: slowly('rapport', 'longestMs'),
};
const over = Object.entries(BUDGET).filter(([key, most]) => facts[key] > most).map(([key, most]) => `${key} ${facts[key].toFixed(2)} > ${most}`);
fits &&= !over.length;
console.log(over.length ? `over budget: ${over.join('; ')}` : `within budget: ${Object.entries(BUDGET).map(([key, most]) => `${key} ${facts[key].toFixed(2)} ≤ ${most}`).join(', ')}`);
process.exit(fits ? 0 : 1);
