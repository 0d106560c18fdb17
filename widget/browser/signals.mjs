// Every signal and every rejection of `cases.mjs`, each on a page of its own, with trusted input.
import { cases } from './cases.mjs';
import { startSink } from './sink.mjs';
import { PLAYERS } from './visit.mjs';

const shell = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>case</title><link rel="icon" href="data:,">
<script async src="/rapport.js" data-site="check-key-0001" data-consent="granted" data-debug></script></head><body><main>${body}</main></body></html>`;

async function play(browser, sink, one) {
  sink.forget();
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, hasTouch: !!one.touch });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (m) => /rapport/.test(m.text()) && faults.push(m.text()));
  const cdp = await context.newCDPSession(page);
  try {
    await page.goto(`${sink.origin}/`, { waitUntil: 'load' });
    await page.waitForFunction(() => window.rapport?.loaded);
    await page.waitForTimeout(one.settle ?? 250);
    await one.act(page, cdp);
    await page.waitForTimeout(350);
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  }
  await context.close();
  await new Promise((done) => setTimeout(done, 60));
  const signals = sink.got.frames.flatMap((f) => f.signals).map((s) => `${s.kind} ${s.element} ${s.magnitude}`);
  for (const want of one.wants ?? []) if (!signals.some((s) => s.startsWith(want))) faults.push(`no ${want}`);
  const unwanted = one.none ? signals : signals.filter((s) => (one.not ?? []).some((n) => s.startsWith(n)));
  for (const signal of unwanted) faults.push(`unwanted ${signal}`);
  return faults.length ? [...faults, `all signals: ${JSON.stringify(signals)}`] : [];
}

/** Plays the cases whose name contains `only`; `tell(name, faults)` is called for each. */
export async function signals(browser, only, tell) {
  const queue = cases.filter(({ name }) => name.includes(only));
  const again = [];
  const player = async (list, later) => {
    let current = null;
    const sink = await startSink({ pages: {
      '/': () => ({ html: shell(current.html) }),
      '/other': { html: shell('<p>other</p>') },
      '/slow': { html: 'ok', wait: 1800 },
      '/slowpage': { html: shell('<p>slow</p>'), wait: 2500 },
    } });
    while ((current = list.shift())) {
      const faults = await play(browser, sink, current);
      // Gestures have a pace: on a busy machine one that came too slowly is made once more, with nothing beside it.
      if (faults.length && later && !current.none) later.push(current);
      else tell(`${current.none ? 'honest' : 'struggle'}: ${current.name}${later ? '' : ' (second try)'}`, faults);
    }
    await sink.close();
  };
  await Promise.all(Array.from({ length: PLAYERS }, () => player(queue, again)));
  await player(again, null);
}
