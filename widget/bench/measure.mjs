// One visit in a browser of its own, measured by Chromium itself: nothing is patched into the page.
import { startChromium } from '../browser/chromium.mjs';
import { startSink } from '../browser/sink.mjs';
import { html, sizeOf, visit } from './page.mjs';
import { read, record } from './trace.mjs';

const rest = (ms) => new Promise((done) => setTimeout(done, ms));
/** Nothing but this machine can be reached, whatever a rival asks for. */
const ALONE = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
/** A browser that is not told apart from a visitor's: some rivals do not record robots. */
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/**
 * Plays `plan` on the page with `candidate` (`{ tag, script? }`): script time until loaded and for each input, heap, bytes sent.
 * With `slower` the processor is slowed down so many times and the timeline is read for stretches of `rapport.js`.
 */
export async function measure({ tag, script }, plan, slower = 0) {
  const sink = await startSink({ pages: { '/': html(tag) }, scripts: { '/rival.js': script } });
  const browser = await startChromium(ALONE);
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, userAgent: AGENT });
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
    const cdp = await page.context().newCDPSession(page);
    if (slower) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // processor time, whatever else the machine does
    const scriptMs = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
    };
    const stop = slower ? await record(cdp) : null;
    await page.goto(`${sink.origin}/`, { waitUntil: 'load' });
    await rest(1500);
    const loadMs = await scriptMs();
    sink.forget();
    const began = Date.now();
    await visit(page, plan);
    await rest(2000); // timers, idle callbacks and the last upload
    const seconds = (Date.now() - began) / 1000;
    const done = await scriptMs();
    const timeline = stop ? read(await stop(), /rapport\.js/) : { longestMs: 0 };
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { shifts, counts } = await page.evaluate(() => window.probe);
    return {
      loadMs, inputUs: (1000 * (done - loadMs)) / sizeOf(plan), heapKb: usedSize / 1024,
      sentKb: ((sink.got.bytes / 1024) * 60) / seconds, shift: shifts.reduce((a, b) => a + b, 0), longestMs: timeline.longestMs,
      signals: sink.got.frames.flatMap((frame) => frame.signals).length, seen: counts.pointermove ?? 0, faults,
    };
  } finally {
    await browser.close();
    await sink.close();
  }
}
