// What the widget weighs and costs: file sizes, then a real Chromium, slowed down four times, on a page with the widget and
// on the same page without it (the floor), in turn. Prints medians; exits 1 when a budget is broken. Ends by itself after about two minutes.
//   node bench/bench.mjs [--rounds N]
import { parseArgs } from 'node:util';
import { ensureBuilt, printSizes } from '../build.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { startSink } from '../browser/sink.mjs';
import { html, INPUTS, PLAN, visit } from './page.mjs';
import { read, record } from './trace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const ROUNDS = +values.rounds;
if (!(ROUNDS >= 1)) throw new Error(`--rounds ${values.rounds}: must be a number from 1`);
/** The processor is slowed down so many times: an inexpensive phone. */
const SLOWER = 4;
/** Most that the widget may cost; times are those of the slowed down processor. */
const BUDGET = { loadMs: 20 * SLOWER, heapKb: 512, sentKb: 10, shift: 0 };
/** Where the cost of an input should get to, µs; reported, not enforced: it depends on how many of the inputs are presses. */
const AIM = 40 * SLOWER;
/** No new round is begun after this time, ms. */
const ENOUGH = 100_000;
const TAG = '<script async src="/rapport.js" data-site="bench-key-0001" data-consent="granted"></script>';
const HINT = { t: 'hint', id: 'bench', rule: 'r', kind: 'callout', anchor: { type: 'element', ref: '#dead' }, text: { title: 'Help', body: 'A code is needed.' }, lang: 'en' };

const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const scriptMs = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
};

/** One visit in a browser of its own. */
async function run(withWidget) {
  const sink = await startSink({ pages: { '/': html(withWidget ? TAG : '') } });
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // processor time, whatever else the machine does
    const stop = await record(cdp);
    await page.goto(`${sink.origin}/`, { waitUntil: 'load' });
    await rest(900);
    const loaded = await scriptMs(cdp);
    const { bytes } = sink.got;
    const began = Date.now();
    await visit(page);
    const first = await scriptMs(cdp);
    const timeline = read(await stop(), /rapport\.js/); // recording costs too: the second visit is without
    const warm = await scriptMs(cdp);
    await visit(page);
    const seconds = (Date.now() - began) / 1000;
    await rest(1100);
    const done = await scriptMs(cdp);
    const sent = sink.got.bytes - bytes;
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    if (withWidget) {
      sink.push(HINT);
      await page.waitForSelector('[data-rapport-hint]', { state: 'attached' });
      await rest(500);
    }
    const probe = await page.evaluate(() => window.probe);
    return {
      loadMs: loaded, evaluateMs: timeline.evaluateMs, firstUs: (1000 * (first - loaded)) / INPUTS, inputUs: (1000 * (done - warm)) / INPUTS, dispatchUs: timeline.dispatchUs,
      longestMs: timeline.longestMs, longTasks: probe.long.length, heapKb: usedSize / 1024,
      shift: probe.shifts.reduce((a, b) => a + b, 0), sentKb: ((sent / 1024) * 60) / seconds,
      signals: sink.got.frames.flatMap((frame) => frame.signals).length,
    };
  } finally {
    await browser.close();
    await sink.close();
  }
}

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const median = (list) => at(list, 0.5);

await ensureBuilt({ quiet: true });
const fits = printSizes();
const kinds = { floor: [], widget: [] };
const started = Date.now();
let rounds = 0;
for (; rounds < ROUNDS && (rounds < 3 || Date.now() - started < ENOUGH); rounds++)
  for (const kind of rounds % 2 ? ['widget', 'floor'] : ['floor', 'widget']) kinds[kind].push(await run(kind === 'widget'));

const all = (kind, key) => kinds[kind].map((one) => one[key]);
const dispatch = (kind, share) => median(kinds[kind].map((one) => at(one.dispatchUs, share)));
const rows = [
  ['script time until loaded, ms', 'loadMs', 1],
  ['  of it rapport.js compiled and run, ms', 'evaluateMs', 1],
  ['script time an input, code still cold, µs', 'firstUs', 0],
  ['script time an input after that, µs', 'inputUs', 0],
  ['heap after the visit, kB', 'heapKb', 0],
  ['tasks over 50 ms', 'longTasks', 0],
  ['longest stretch of rapport.js, ms', 'longestMs', 1],
  ['layout shift', 'shift', 4],
  ['sent in an active minute, kB', 'sentKb', 2],
].map(([name, key, digits]) => [name, median(all('floor', key)), median(all('widget', key)), digits]);
rows.splice(4, 0,
  ['an event’s handlers, median, µs', dispatch('floor', 0.5), dispatch('widget', 0.5), 0],
  ['an event’s handlers, 95 %, µs', dispatch('floor', 0.95), dispatch('widget', 0.95), 0]);

const cell = (value, digits) => value.toFixed(digits).padStart(9);
console.log(`\nTwice ${INPUTS} trusted inputs (${Object.entries(PLAN).map(([kind, n]) => `${n} ${kind}`).join(', ')}), processor ${SLOWER} times slower, medians of ${rounds} runs in turn`);
console.log(`${''.padEnd(42)} ${'floor'.padStart(9)} ${'widget'.padStart(9)} ${'added'.padStart(9)} ${'ratio'.padStart(7)}`);
for (const [name, floor, widget, digits] of rows)
  console.log(`${name.padEnd(42)} ${cell(floor, digits)} ${cell(widget, digits)} ${cell(widget - floor, digits)} ${floor > 0 ? (widget / floor).toFixed(2).padStart(7) : '      -'}`);

const added = (key) => median(all('widget', key)) - median(all('floor', key));
const over = Object.entries(BUDGET).filter(([key, most]) => added(key) > most).map(([key, most]) => `${key} ${added(key).toFixed(1)} > ${most}`);
console.log(`\nsignals a run: ${median(all('widget', 'signals'))}; took ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`script time added to an input: ${added('inputUs').toFixed(0)} µs, aim ${AIM} µs${added('inputUs') > AIM ? ': not reached' : ''}`);
console.log(over.length ? `over budget: ${over.join('; ')}` : `within budget: ${Object.entries(BUDGET).map(([key, most]) => `${key} ≤ ${most}`).join(', ')}`);
process.exit(over.length || !fits ? 1 : 0);
