// A page with the widget and its senses, a browser with made-up devices, and what was seen of both.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../chromium.mjs';
import { decode, schema, startSink } from '../sink.mjs';
import { must, page, rest, until } from '../visit.mjs';

/** What a page under a strict policy must list, and nothing else. */
export const POLICY = "default-src 'none'; script-src 'nonce-host' HOST; connect-src HOST WS; frame-src HOST; img-src 'self'";
export const ALL = ['friction', 'text', 'face', 'voice', 'heart', 'body'];
const consent = `<script>window.rapport = window.rapport || function () { (rapport.q = rapport.q || []).push(arguments) };
rapport('consent', { ${ALL.map((name) => `${name}: true`).join(', ')} });
window.told = []; rapport('on', 'sense', (t) => told.push({ ...t, at: Date.now() }));</script>`;

/**
 * Everything that reached the server, byte by byte: greetings and frames of whole numbers, as many as the schema names, and of short
 * texts that name elements and pages. A picture, a sound, a landmark or a written text fits into none of them.
 */
function onlyNumbersLeft({ uploads, bodies }) {
  must(!uploads, `${uploads} requests with a body beside the frames`);
  for (const body of bodies) {
    const [first] = body;
    const message = first === 0x5b || first === 0x7b ? JSON.parse(body.toString()) : decode(body);
    for (const one of Array.isArray(message[0]) ? message : [message]) {
      const [kind, , , page, , summary, signals, events] = one;
      if (kind === 0) continue;
      must(kind === 1 && one.length === 8 && summary.length <= schema.summary.length, `a message of another form: ${JSON.stringify(one).slice(0, 200)}`);
      must(summary.every((value) => Number.isInteger(value) && value >= 0), `a number that is no count: ${summary}`);
      const texts = [page, ...signals.map(([, element]) => element), ...events.map(([, name]) => name)];
      must(texts.every((text) => typeof text === 'string' && text.length <= 120), `a long text: ${texts}`);
    }
    must(body.length < 600, `a message of ${body.length} bytes`);
  }
}

/**
 * @param policy of the page, HOST and WS standing for the server; `refused`: what of it must be broken, nothing else may
 * @param spoiled as in `sink.mjs`
 * @param prepare given a folder for files, answers the browser's further arguments
 * @param play given what is called `here` below
 */
export async function stage({ body = '', channels = ALL, context: more = {}, headers = {}, crossOrigin = true, policy = POLICY, spoiled = {}, refused = [] }, prepare, play) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-senses-'));
  const browser = await startChromium([...(await prepare(folder)), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']);
  const sink = await startSink({
    channels, spoiled,
    pages: { '/': (request) => {
      const server = crossOrigin ? `http://localhost:${sink.port}` : '';
      const host = server || `http://${request.headers.host}`;
      return {
        html: page({ head: `<script nonce="host">window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));</script>${consent.replace('<script>', '<script nonce="host">')}`,
          body: `<main><h1>Check</h1>${body}</main>`, tag: `<script async src="${server}/rapport.js" data-site="check-key-0001"></script>` }),
        headers: { 'content-security-policy': policy.replaceAll('HOST', host).replace('WS', host.replace('http', 'ws')), ...headers },
      };
    } },
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...more });
    const p = await context.newPage();
    const foreign = [];
    const faults = [];
    context.on('request', (request) => { if (!/^(blob|data):|^http:\/\/(127\.0\.0\.1|localhost):/.test(request.url())) foreign.push(request.url()); });
    p.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    p.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    const ended = [];
    await p.exposeFunction('trackEnded', (at) => ended.push(at));
    await p.addInitScript(() => {
      // The visitor's tap, the device's end and the indicator's: each by the browser's own clock, whatever the driver waits for.
      if (top === self) {
        addEventListener('click', () => Object.assign(window, { tapped: Date.now(), gone: 0 }), true);
        new MutationObserver(() => { if (!document.querySelector('[data-rapport-senses]')) window.gone ||= Date.now(); }).observe(document, { childList: true, subtree: true });
      }
      const media = navigator.mediaDevices;
      if (!media) return;
      const real = media.getUserMedia.bind(media);
      media.getUserMedia = async (asked) => {
        const stream = await real(asked);
        window.asked = asked;
        // Told from within `stop`: the frame is taken away at once, before any timer of its own could look.
        let on = stream.getTracks().length;
        for (const track of stream.getTracks()) {
          const stop = track.stop.bind(track);
          const over = () => {
            if (!--on) void window.trackEnded(Date.now());
          };
          track.stop = () => {
            const was = track.readyState;
            stop();
            if (was === 'live' && track.readyState === 'ended') over();
          };
          track.addEventListener('ended', over, { once: true });
        }
        return stream;
      };
    });
    await p.goto(`http://127.0.0.1:${sink.port}/`);
    await p.waitForFunction(() => window.rapport?.loaded);
    const here = {
      p, sink, browser, context, foreign, faults, ended, folder,
      /** Sums of what reached the server, by name. */
      numbers: (from = 0) => sink.got.frames.slice(from).reduce((sum, { summary }) => {
        for (const [name, value] of Object.entries(summary)) sum[name] = (sum[name] ?? 0) + value;
        return sum;
      }, {}),
      state: (name) => p.evaluate((wanted) => window.told.filter((t) => t.name === wanted).at(-1), name),
      async start(name, yes = true) {
        await p.evaluate((sense) => rapport('sense', sense, 'start'), name);
        await p.click(`[data-rapport-senses] .ask button:has-text("${yes ? 'Allow' : 'No thanks'}")`, { timeout: 8000 });
      },
      /** Whatever became of a sense, friction goes on: what the visitor does next still arrives. */
      async frictionGoesOn() {
        const before = sink.got.frames.length;
        await p.mouse.click(300, 500);
        await p.keyboard.press('Tab');
        must(await until(() => sink.got.frames.slice(before).some(({ summary }) => summary.clicks), 4000), 'friction does not go on');
      },
      /** Taps "Stop": the device, where the browser has a track of it, its frame and the indicator are gone within a second. */
      async letsGo({ track = true } = {}) {
        await p.click('[data-rapport-senses] button:has-text("Stop")');
        must(!track || (await until(() => ended.length, 10_000)), 'the device is still on');
        const { tapped, gone } = await p.waitForFunction(() => window.gone && { tapped: window.tapped, gone: window.gone }, undefined, { timeout: 10_000 }).then((found) => found.jsonValue());
        const [device, indicator] = [track ? ended[0] - tapped : 0, gone - tapped];
        must(device < 1000 && indicator < 1000, `after the tap the device is let go after ${device} ms, the indicator after ${indicator}`);
        must(await until(() => p.frames().length === 1, 10_000), 'the frame is still there');
        return { device, indicator };
      },
      reaches: (name, state, ms = 10_000) => until(() => p.evaluate(([n, s]) => window.told.some((t) => t.name === n && t.state === s), [name, state]), ms),
    };
    await play(here);
    onlyNumbersLeft(sink.got);
    must(!foreign.length, `requests to foreign hosts: ${foreign}`);
    const violations = (await p.evaluate(() => window.violations)).filter((one) => !refused.some((known) => one.startsWith(known)));
    must(!violations.length, `refused by the page's policy: ${violations}`);
    return faults;
  } finally {
    await browser.close();
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export { must, rest, until };
