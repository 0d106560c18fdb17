// Pages that are there before their visitor is, and tabs that the visitor has left. The browser runs by itself: a driver
// that holds on to a page keeps it from being prerendered, and keeps its tab in front.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, CHROMIUM_FLAGS } from './chromium.mjs';
import { startSink } from './sink.mjs';
import { must, page, rest, until } from './visit.mjs';

/** A Chromium that shows `url`. `tabs` asks its debugging port to open, list and bring forward tabs. */
async function chromiumAt(url) {
  const profile = mkdtempSync(join(tmpdir(), 'rapport-presence-'));
  const browser = spawn(chromiumPath(), ['--headless', ...CHROMIUM_FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', url], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const gone = new Promise((done) => browser.once('exit', done));
  const port = await new Promise((done, fail) => {
    let said = '';
    browser.stderr.on('data', (more) => {
      said += more;
      const address = /127\.0\.0\.1:(\d+)\//.exec(said);
      if (address) done(address[1]);
    });
    void gone.then(() => fail(new Error(`Chromium ended: ${said.slice(-300)}`)));
  });
  return {
    tabs: async (path, method = 'GET') => (await fetch(`http://127.0.0.1:${port}/json/${path}`, { method })).text(),
    async end() {
      process.kill(-browser.pid, 'SIGKILL'); // with all that it has started
      await gone;
      await rest(200);
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Tells the sink what a page knows of itself: a request to `/seen?…`. */
const seen = (sink, name) => sink.seen.filter((one) => one.get('what') === name);
const SAYS = `const say = (what, is) => fetch('/seen?what=' + what + '&is=' + is);`;

const prerender = {
  name: 'presence: a prerendered page neither listens nor sends before the visitor comes',
  pages: {
    '/': page({
      head: `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/next"],"eagerness":"immediate"}]}</script>`,
      body: `<p>first</p><script>setTimeout(() => { location.href = '/next'; }, 4000)</script>`,
      tag: '',
    }),
    '/next': page({
      head: `<script>${SAYS} say('began', document.prerendering);
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type, ...more) {
          if (document.prerendering && /\\/rapport\\.js/.test(new Error().stack) && type !== 'prerenderingchange') say('listened', type);
          return addEventListener.call(this ?? window, type, ...more);
        };
        document.addEventListener('prerenderingchange', () => say('shown', performance.getEntriesByType('navigation')[0].activationStart > 0));
        addEventListener('load', () => say('loaded', document.prerendering && !!window.rapport?.loaded));</script>`,
      body: '<button>Go</button>',
    }),
  },
  async run({ sink }) {
    must(await until(() => seen(sink, 'loaded').length, 10_000), 'the next page was never loaded');
    must(seen(sink, 'began')[0].get('is') === 'true' && seen(sink, 'loaded')[0].get('is') === 'true', 'the next page was not prerendered with the widget in it');
    await rest(1000);
    must(!seen(sink, 'shown').length, 'the page was shown too early for this check');
    must(!sink.got.requests, 'a page that nobody sees sent something');
    must(!seen(sink, 'listened').length, `a page that nobody sees listens to ${seen(sink, 'listened').map((one) => one.get('is'))}`);
    must(await until(() => seen(sink, 'shown').length, 10_000), 'the prerendered page was not the one shown');
    must(await until(() => sink.got.hellos.length), 'the page that is shown sends nothing');
  },
};

const visibility = {
  name: 'presence: a tab that is left says its last words, is silent, and comes back in the same visit',
  pages: {
    '/': page({ body: `<button>Go</button><script>${SAYS} document.addEventListener('visibilitychange', () => say('tab', document.visibilityState)); setInterval(() => scrollBy(0, scrollY ? -40 : 40), 200)</script><div style="height:3000px"></div>` }),
  },
  async run({ sink, browser }) {
    must(await until(() => sink.got.hellos.length, 10_000), 'nothing is sent');
    must(await until(() => sink.got.frames.length, 5000), 'the page in front sends no frame, so silence would prove nothing');
    const mine = JSON.parse(await browser.tabs('list')).find(({ type, url }) => type === 'page' && url.startsWith(sink.origin));
    await browser.tabs('new?about:blank', 'PUT');
    must(await until(() => seen(sink, 'tab').at(-1)?.get('is') === 'hidden'), 'the tab did not go to the back');
    await rest(700);
    const { frames, hellos } = sink.got;
    const before = frames.length;
    const visit = hellos[0][2];
    sink.hangUp(1001); // a page in front would be back within a second
    await rest(3000);
    must(frames.length === before, 'a tab that nobody sees sends frames');
    must(!sink.got.sockets.size, 'a tab that nobody sees opens a socket');
    await browser.tabs(`activate/${mine.id}`);
    must(await until(() => seen(sink, 'tab').at(-1)?.get('is') === 'visible'), 'the tab did not come back');
    must(await until(() => sink.got.sockets.size, 5000), 'the visit does not go on');
    must(new Set(hellos.map((hello) => hello[2])).size === 1 && hellos.at(-1)[2] === visit, 'another visit began');
  },
};

/** Plays the checks whose name contains `only`. */
export async function presence(only, tell) {
  for (const { name, pages, run } of [prerender, visibility].filter((one) => one.name.includes(only))) {
    const said = [];
    const sink = await startSink({
      pages: { ...pages, '/seen': (request) => { said.push(new URL(request.url, 'http://x').searchParams); return { html: '' }; } },
    });
    sink.seen = said;
    let browser;
    try {
      browser = await chromiumAt(`${sink.origin}/`);
      await run({ sink, browser });
      tell(name, []);
    } catch (error) {
      tell(name, [error.message]);
    } finally {
      await browser?.end();
      await sink.close();
    }
  }
}
