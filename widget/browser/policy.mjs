// Strict hosts: content security policy, Trusted Types, subresource integrity, replaced built-ins, storms.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { callout, show } from './hints.mjs';
import { must, page, rest, until } from './visit.mjs';

const built = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url));
const hashOf = (name) => JSON.parse(built('manifest.json')).files[name].hash;
const integrity = () => `sha384-${createHash('sha384').update(built('rapport.js')).digest('base64')}`;
const body = '<button id="apply">Apply</button><input id="q" aria-label="q">';
const violations = `<style nonce="host">#apply{margin:200px}</style><script nonce="host">window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));</script>`;

const TAG = '<script async src="/rapport.js" data-site="check-key-0001" data-consent="granted"></script>';
const form = (names) => `<form onsubmit="return false">${names.map((name) => `<input name="${name}">`).join('')}<button id="b" type="button">Go</button></form>`;
const rage = async (p, sink) => {
  await until(() => sink.got.hellos.length);
  const [x, y] = await p.evaluate(() => { const { left, top } = document.querySelector('#b').getBoundingClientRect(); return [left + 8, top + 8]; });
  for (let i = 0; i < 3; i++) { await p.mouse.click(x, y); await rest(100); }
};

/** A page under `policy`: rage on the dead button, a hint, the doctor; nothing may be refused. */
const under = (name, policy, tag, more = {}) => ({
  name: `policy: ${name}`,
  pages: { '/': (request) => ({
    html: page({ head: violations, tag: tag(), body }),
    headers: { 'content-security-policy': policy.replaceAll('HOST', request.headers.host) },
  }) },
  async run(here) {
    const { p, sink } = here;
    for (let i = 0; i < 3; i++) await p.click('#apply');
    must(await until(() => sink.got.frames.some((frame) => frame.signals.some(({ kind }) => kind === 'rage_click'))), 'no signal came');
    await show(here, callout);
    await p.evaluate(() => rapport('doctor'));
    await rest(300);
    const card = await p.evaluate(() => getComputedStyle(document.querySelector('[data-rapport-hint]').shadowRoot.querySelector('.card')).position);
    must(card === 'relative', 'the hint has no style');
    const found = await p.evaluate(() => violations);
    must(!found.length, `refused by the page's policy: ${found}`);
    await more.then?.(here);
  },
});

export const policy = [
  under('default-src self with script and connection allowed',
    "default-src 'self'; style-src 'nonce-host'; script-src 'nonce-host' http://HOST/rapport.js http://HOST/rapport-rare.js http://HOST/rapport-hints.js http://HOST/rapport-doctor.js; connect-src http://HOST ws://HOST",
    () => TAG),
  under('nonce with strict-dynamic',
    "default-src 'none'; img-src 'self'; style-src 'nonce-host'; script-src 'nonce-host' 'strict-dynamic'; connect-src http://HOST ws://HOST",
    () => '<script async nonce="host" src="/rapport.js" data-site="check-key-0001" data-consent="granted"></script>'),
  under('Trusted Types with the widget’s policy listed',
    "default-src 'self'; style-src 'nonce-host'; script-src 'nonce-host' http://HOST; connect-src http://HOST ws://HOST; require-trusted-types-for 'script'; trusted-types rapport#loader",
    () => TAG),
  under('a fixed version with integrity, for it and its hints',
    "default-src 'self'; style-src 'nonce-host'; script-src 'nonce-host' http://HOST; connect-src http://HOST ws://HOST",
    () => `<script async src="/w/${hashOf('rapport.js')}/rapport.js" integrity="${integrity()}" crossorigin="anonymous" data-site="check-key-0001" data-consent="granted"></script>`,
    { async then({ p }) {
      const [loaded] = await p.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /hints/.test(name)));
      must(loaded.includes(`/w/${hashOf('rapport-hints.js')}/`), `hints came from ${loaded}`);
    } }),
  {
    name: 'host: replaced and frozen built-ins harm neither side',
    pages: { '/': page({
      head: violations,
      body,
      tag: `${TAG}<script>
        window.addEventListener('load', () => setTimeout(() => {
          for (const name of ['push', 'map', 'filter', 'forEach', 'indexOf', 'splice', 'concat', 'join', 'toString', 'flatMap']) Array.prototype[name] = () => { throw new Error('host ' + name); };
          Array.prototype.extra = 1;
          window.WebSocket = function () { throw new Error('host socket'); };
          JSON.parse = JSON.stringify = () => { throw new Error('host json'); };
          window.setTimeout = () => { throw new Error('host timer'); };
          Object.freeze(Object.prototype);
          window.spoiled = true;
        }, 100));</script>` }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await rest(400);
      for (let i = 0; i < 3; i++) { await p.mouse.click(240, 215); await rest(120); }
      must(await until(() => sink.got.frames.some((frame) => frame.signals.some(({ kind }) => kind === 'rage_click'))), 'no signal came');
    },
  },
  {
    name: 'host: 10 000 nodes changing and 1 000 listeners cost the widget little',
    pages: { '/': page({ head: violations, body: `${body}<div id="storm"></div>`, tag: TAG }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await p.evaluate(() => {
        for (let i = 0; i < 1000; i++) document.addEventListener('pointermove', () => {});
        const storm = document.querySelector('#storm');
        for (let i = 0; i < 10000; i++) storm.append(document.createElement('i'));
        window.ownMs = 0;
        window.timer = setInterval(() => {
          const from = performance.now();
          for (let i = 0; i < 10000; i++) storm.children[i].className = `c${Math.random()}`;
          window.ownMs = Math.max(window.ownMs, performance.now() - from);
        }, 400);
      });
      await p.click('#q');
      for (let i = 0; i < 4; i++) { await p.mouse.click(240, 215); await rest(400); }
      await p.evaluate(() => clearInterval(window.timer));
      await rest(1300);
      const cost = Math.max(...sink.got.frames.map((frame) => frame.summary.costUs ?? 0));
      // On a busy machine the page's own loop takes longer too.
      const most = Math.max(100_000, 10_000 * (await p.evaluate(() => window.ownMs)));
      must(cost > 0 && cost < most, `the widget took ${cost} µs in one second, of at most ${most}`);
    },
  },
  {
    name: 'host: form fields named like built-ins hide nothing',
    pages: { '/': page({ tag: TAG, body: form(['id', 'name', 'action', 'target', 'localName', 'children']) }) },
    async run({ p, sink }) {
      await rage(p, sink);
      must(await until(() => sink.got.frames.some((frame) => frame.signals.some(({ kind, element }) => kind === 'rage_click' && element === '#b'))), 'no signal came');
    },
  },
  {
    name: 'host: a form field that makes a circle of the tree does not freeze the page',
    pages: { '/': page({ tag: TAG, body: form(['parentElement']) }) },
    async run({ p, sink }) {
      await rage(p, sink);
      must(await Promise.race([p.evaluate(() => 'alive'), rest(2000)]), 'the page is frozen');
    },
  },
];
