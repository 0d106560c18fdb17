// A page with the widget on it, for checks that say themselves what must hold.
import { startSink } from './sink.mjs';

export const rest = (ms) => new Promise((done) => setTimeout(done, ms));

const TAG = '<script async src="/rapport.js" data-site="check-key-0001" data-consent="granted"></script>';

/** A document; `tag` is how it embeds the widget. */
export const page = ({ body = '', head = '', tag = TAG, dir = 'ltr', lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>check</title>
<meta name="viewport" content="width=device-width">${head}${tag}</head><body>${body}</body></html>`;

/** Fails with `sentence` unless `fact` is true. */
export function must(fact, sentence) {
  if (!fact) throw new Error(sentence);
}

/** Waits until `ask` gives something true, 3 s at most; gives its last answer. */
export async function until(ask, ms = 3000) {
  for (const end = Date.now() + ms; ; await rest(40)) {
    const answer = await ask();
    if (answer || Date.now() > end) return answer;
  }
}

/** A visit on a server of its own. `pages` as in `sink.mjs`; more options go to the browser's context. */
async function visit(browser, { pages, scripts, channels, start = '/', view = [1280, 800], context: more = {}, prepare }) {
  const sink = await startSink({ pages, scripts, ...(channels && { channels }) });
  const context = await browser.newContext({ viewport: { width: view[0], height: view[1] }, ...more });
  const p = await context.newPage();
  const faults = [];
  p.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  await prepare?.(p);
  await p.goto(`${sink.origin}${start}`, { waitUntil: 'load' });
  await p.waitForFunction(() => window.rapport?.loaded, undefined, { timeout: 5000 });
  const cdp = await context.newCDPSession(p);
  const end = async () => {
    await context.close();
    await sink.close();
  };
  return { p, sink, cdp, context, faults, end };
}

/** Checks played at the same time: most of a check is waiting. */
export const PLAYERS = 3;

async function play(browser, { run, allowErrors, ...options }) {
  let here;
  try {
    here = await visit(browser, options);
    await run(here);
    return allowErrors ? [] : here.faults;
  } catch (error) {
    return [`${error.message.split('\n')[0]}`, ...(here?.faults ?? [])];
  } finally {
    await here?.end();
  }
}

/** What must hold each time, however busy the machine is: what leaves the page, and when. */
const ALWAYS = /^(privacy|policy|consent)/;

/** Plays each check of `suite` (`{ name, run, …options of visit }`) whose name contains `only`. One that depends on a pace is played once more, with nothing beside it, before it fails. */
export async function playAll(browser, suite, only, tell) {
  const queue = suite.filter(({ name }) => name.includes(only));
  const again = [];
  const player = async () => {
    for (let one; (one = queue.shift()); ) {
      const faults = await play(browser, one);
      if (faults.length && !ALWAYS.test(one.name)) again.push(one);
      else tell(one.name, faults);
    }
  };
  await Promise.all(Array.from({ length: PLAYERS }, player));
  for (const one of again) tell(`${one.name} (second try)`, await play(browser, one));
}
