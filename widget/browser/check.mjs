// Drives the built widget in a real browser with trusted input: every signal, every rejection. `npm run check [-- WORD]`
import { ensureBuilt } from '../build.mjs';
import { cases } from './cases.mjs';
import { startChromium } from './chromium.mjs';
import { startSink } from './sink.mjs';

const only = process.argv[2];
await ensureBuilt({ quiet: true });
let current = null;
const shell = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>case</title><link rel="icon" href="data:,">
<script async src="/rapport.js" data-site="check-key-0001" data-consent="granted" data-debug></script></head><body><main>${body}</main></body></html>`;
const sink = await startSink({ pages: {
  '/': () => ({ html: shell(current.html) }),
  '/other': { html: shell('<p>other</p>') },
  '/slow': { html: 'ok', wait: 1800 },
  '/slowpage': { html: shell('<p>slow</p>'), wait: 2500 },
} });
const browser = await startChromium();
const failures = [];
let ran = 0;
for (const one of cases) {
  if (only && !one.name.includes(only)) continue;
  current = one;
  ran++;
  sink.forget();
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, hasTouch: !!one.touch });
  const page = await context.newPage();
  const warnings = [];
  page.on('console', (m) => /rapport/.test(m.text()) && warnings.push(m.text()));
  const cdp = await context.newCDPSession(page);
  try {
    await page.goto(`${sink.origin}/`, { waitUntil: 'load' });
    await page.waitForFunction(() => window.rapport?.loaded);
    await page.waitForTimeout(one.settle ?? 250);
    await one.act(page, cdp);
    await page.waitForTimeout(150);
  } catch (error) {
    warnings.push(error.message.split('\n')[0]);
  }
  await context.close();
  await new Promise((done) => setTimeout(done, 60));
  const signals = sink.got.frames.flatMap((f) => f.signals).map((s) => `${s.kind} ${s.element} ${s.magnitude}`);
  const missing = (one.wants ?? []).filter((want) => !signals.some((s) => s.startsWith(want)));
  const unwanted = one.none ? signals : signals.filter((s) => (one.not ?? []).some((n) => s.startsWith(n)));
  const fine = !missing.length && !unwanted.length && !warnings.length;
  if (!fine) failures.push(one.name);
  console.log(`${fine ? 'ok  ' : 'FAIL'} ${one.none ? 'honest  ' : 'struggle'} ${one.name}${fine ? '' : `\n     wanted ${one.wants ?? 'nothing'}, got ${JSON.stringify(signals)} ${warnings.join(' | ')}`}`);
}
await browser.close();
await sink.close();
console.log(`${ran - failures.length} of ${ran} cases as they should be`);
process.exit(failures.length ? 1 : 0);
