// Before consent, after it is withdrawn, after `stop`, across pages: what is there and what is left.
import { must, page, rest, until } from './visit.mjs';

/** Counts, from before the page begins, what the widget's scripts ask of it. */
const counted = (p) => p.addInitScript(() => {
  const live = { listeners: new Map(), timers: new Set(), observers: new Set(), sockets: new Set(), requests: 0 };
  const key = (target, type, fn) => { live.ids ??= new WeakMap(); for (const o of [target, fn]) if (!live.ids.has(o)) live.ids.set(o, Math.random()); return `${type} ${live.ids.get(target)} ${live.ids.get(fn)}`; };
  const ours = () => /\/rapport(-hints|-rare)?\.js/.test(new Error().stack);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, fn, options) {
    if (fn && ours() && !(this instanceof WebSocket)) live.listeners.set(key(this ?? window, type, fn), type);
    return addEventListener.call(this ?? window, type, fn, options);
  };
  EventTarget.prototype.removeEventListener = function (type, fn, options) {
    if (fn) live.listeners.delete(key(this ?? window, type, fn));
    return removeEventListener.call(this ?? window, type, fn, options);
  };
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = (fn, ms, ...more) => {
    const id = setTimeout(() => { live.timers.delete(id); fn(...more); }, ms);
    if (ours()) live.timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { live.timers.delete(id); clearTimeout(id); };
  for (const name of ['MutationObserver', 'PerformanceObserver']) {
    const Native = window[name];
    window[name] = class extends Native {
      observe(...args) { if (ours()) live.observers.add(this); return super.observe(...args); }
      disconnect() { live.observers.delete(this); return super.disconnect(); }
    };
    if (Native.supportedEntryTypes) Object.defineProperty(window[name], 'supportedEntryTypes', { value: Native.supportedEntryTypes });
  }
  const { WebSocket, fetch } = window;
  window.WebSocket = class extends WebSocket {
    constructor(...args) { super(...args); live.sockets.add(this); }
  };
  window.fetch = function (...args) { live.requests++; return fetch.apply(window, args); };
  live.fetch = window.fetch;
  window.live = live;
});
const count = (p) => p.evaluate(() => ({
  listeners: [...live.listeners.values()].sort().join(), timers: live.timers.size, observers: live.observers.size,
  sockets: [...live.sockets].filter((socket) => socket.readyState < 2).length, requests: live.requests, fetchIsTheirs: window.fetch === live.fetch,
  storage: Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((name) => name.startsWith('rapport')).length,
  nodes: document.querySelectorAll('[data-rapport-hint],script[src*=hints]').length,
}));
const NOTHING = { listeners: '', timers: 0, observers: 0, sockets: 0, requests: 0, fetchIsTheirs: true, storage: 0, nodes: 0 };
const mustBe = (found, wanted, when) => {
  for (const [name, value] of Object.entries(wanted)) must(found[name] === value, `${when}: ${name} ${JSON.stringify(found[name])} instead of ${JSON.stringify(value)}`);
};
const tag = (consent) => `<script async src="/rapport.js" data-site="check-key-0001" ${consent ? `data-consent="${consent}"` : ''}></script>`;
const shop = '<button id="go">Go</button><input id="q" aria-label="q"><div style="height:2000px"></div>';
const busy = async (p) => {
  await p.click('#go');
  await p.mouse.move(200, 300, { steps: 5 });
  await p.keyboard.press('Tab');
  await p.mouse.wheel(0, 100);
};
/** One page whose consent comes from `script`; it must be watched or left alone, after at most 3 s. */
const source = (name, script, watched, attribute = '') => ({
  name: `consent: ${name}`,
  pages: { '/': page({ tag: `<script>${script}</script>${tag(attribute)}`, body: shop }) },
  async run({ p, sink }) {
    if (watched) must(await until(() => sink.got.hellos.length), 'consent was given, but nothing is sent');
    else {
      await busy(p);
      await rest(1500);
      must(!sink.got.requests, 'without consent something was sent');
    }
  },
});
const tcf = (store, measure, extra = '') => `window.__tcfapi = (command, version, callback) => { if (command === 'addEventListener')
  setTimeout(() => callback({ eventStatus: 'tcloaded', listenerId: 1, ${extra} purpose: { consents: { 1: ${store}, 8: ${measure} } } }, true), 50); };`;
const google = (state) => `window.dataLayer = []; function gtag() { dataLayer.push(arguments); } gtag('consent', 'default', { analytics_storage: '${state}' });`;
const gpc = `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });`;

export const life = [
  ...['', 'denied', 'ask'].map((consent) => ({
    name: `consent: nothing before it (${consent || 'no attribute'})`,
    prepare: counted,
    pages: { '/': page({ tag: tag(consent), body: shop }) },
    async run({ p, sink }) {
      await busy(p);
      await until(async () => !(await count(p)).timers, 12_000); // a consent platform is looked for during five seconds
      mustBe(await count(p), NOTHING, 'without consent');
      must(!sink.got.requests, 'without consent something was sent');
    },
  })),
  source('IAB TCF with purposes 1 and 8', tcf(true, true), true),
  source('IAB TCF without purpose 8', tcf(true, false), false, 'granted'),
  source('IAB TCF outside GDPR leaves it to data-consent', tcf(false, false, 'gdprApplies: false,'), true, 'granted'),
  source('Google Consent Mode granted', google('granted'), true),
  source('Google Consent Mode denied', google('denied'), false, 'granted'),
  source('Google Consent Mode granted later', `${google('denied')} setTimeout(() => gtag('consent', 'update', { analytics_storage: 'granted' }), 400);`, true),
  source('IAB TCF outranks Google Consent Mode', tcf(false, false) + google('granted'), false),
  source('Global Privacy Control outranks a consent platform', gpc + tcf(true, true), false, 'granted'),
  source('the site’s own word outranks Global Privacy Control', `${gpc} window.rapport = window.rapport || function () { (rapport.q = rapport.q || []).push(arguments); }; rapport('consent', true);`, true),
  {
    name: 'life: withdrawing consent stops and forgets within a second',
    prepare: counted,
    pages: { '/': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      await rest(300);
      must((await count(p)).storage > 0, 'a visit keeps nothing?');
      await p.evaluate(() => rapport('consent', false));
      await rest(900);
      const { bytes } = sink.got;
      mustBe(await count(p), { ...NOTHING, timers: (await count(p)).timers }, 'after consent was withdrawn');
      await busy(p);
      await rest(1500);
      must(sink.got.bytes === bytes, 'something was sent after consent was withdrawn');
    },
  },
  {
    name: 'life: stop leaves nothing behind',
    prepare: counted,
    pages: { '/': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      sink.push({ t: 'hint', id: 'h', rule: 'r', kind: 'callout', anchor: { type: 'element', ref: '#go' }, text: { title: 'T' }, lang: 'en' });
      await p.waitForSelector('[data-rapport-hint]', { state: 'attached' });
      await p.evaluate(() => rapport('stop'));
      await rest(60);
      mustBe(await count(p), { ...NOTHING, storage: (await count(p)).storage }, 'after stop');
      const { bytes } = sink.got;
      await busy(p);
      await rest(1500);
      must(sink.got.bytes === bytes, 'something was sent after stop');
    },
  },
  {
    name: 'life: loading the tag twice is harmless',
    pages: { '/': page({ tag: tag('granted') + tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      await rest(1300);
      must(sink.got.hellos.length === 1 && sink.got.sockets.size === 1, `${sink.got.hellos.length} hellos, ${sink.got.sockets.size} sockets`);
    },
  },
  {
    name: 'life: a single-page application changes pages in one visit',
    pages: { '/': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await p.evaluate(() => history.pushState(0, '', '/product/4711?x=1'));
      await busy(p);
      await rest(1300);
      await p.evaluate(() => { location.hash = '#/basket'; });
      await busy(p);
      await rest(1300);
      const seen = [...new Set(sink.got.frames.map((frame) => frame.page))];
      must(seen.includes('/product/:id') && seen.includes('/product/:id/basket'), `pages ${seen}`);
      must(sink.got.hellos.length === 1, 'a new visit began');
    },
  },
  {
    name: 'life: numbers go on across pages of one visit',
    pages: { '/': page({ tag: tag('granted'), body: `<a id="next" href="/two">next</a>${shop}` }), '/two': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      await rest(1200);
      await p.click('#next');
      await until(() => sink.got.hellos.length > 1);
      await busy(p);
      await rest(1300);
      const sequences = sink.got.frames.map((frame) => frame.sequence);
      must(new Set(sink.got.hellos.map((hello) => hello[2])).size === 1, 'two visits instead of one');
      must(sequences.every((sequence, i) => sequence === i + 1), `sequence numbers ${sequences}`);
    },
  },
  {
    name: 'life: the back/forward cache takes the page, and the visit goes on',
    pages: { '/': page({ tag: tag('granted'), body: `<script>addEventListener('pageshow', (event) => event.persisted && fetch('/restored', { method: 'POST' }))</script><a id="next" href="/plain">next</a>${shop}` }), '/plain': '<!doctype html><title>plain</title><p>plain' },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      await rest(300);
      await p.evaluate(() => scrollTo(0, 0));
      await p.click('#next');
      await p.waitForURL('**/plain');
      must(await until(() => !sink.got.sockets.size), 'the socket stays open on a page that was left');
      await p.evaluate(() => setTimeout(() => history.back(), 50));
      must(await until(() => sink.got.uploads), 'the page did not come from the back/forward cache');
      must(await until(() => sink.got.greetings > 1), 'the visit does not go on');
      must(sink.got.hellos.at(0)[2] === sink.got.hellos.at(-1)[2], 'another visit began');
      await p.mouse.click(300, 300); // the driver lost its hold on the restored document: raw input only
      await rest(1200);
      const sequences = sink.got.frames.map((frame) => frame.sequence);
      must(sequences.every((sequence, i) => sequence === i + 1), `sequence numbers ${sequences}`);
    },
  },
  {
    name: 'life: back from a page of the same visit, numbers still go on',
    pages: { '/': page({ tag: tag('granted'), body: `<a id="next" href="/two">next</a>${shop}` }), '/two': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      await busy(p);
      await rest(300);
      await p.evaluate(() => scrollTo(0, 0));
      await p.click('#next');
      await until(() => sink.got.greetings > 1);
      await busy(p);
      await rest(300);
      await p.evaluate(() => setTimeout(() => history.back(), 50));
      must(await until(() => sink.got.greetings > 2), 'the visit does not go on');
      await p.mouse.click(300, 300);
      await rest(1300);
      const sequences = sink.got.frames.map((frame) => frame.sequence);
      must(sequences.every((sequence, i) => sequence === i + 1), `sequence numbers ${sequences}`);
      must(sink.got.frames.some((frame) => frame.signals.some(({ kind }) => kind === 'quick_back')), 'no quick_back');
    },
  },
  {
    name: 'life: what the server has not confirmed is sent again',
    pages: { '/': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink }) {
      await until(() => sink.got.hellos.length);
      sink.hangUp(1012);
      await until(() => !sink.got.sockets.size);
      for (let i = 0; i < 3; i++) {
        await busy(p);
        await rest(400);
      }
      must(await until(() => sink.got.hellos.length > 1, 8000), 'no new connection');
      await rest(1500);
      const sequences = sink.got.frames.map((frame) => frame.sequence);
      must(sequences.length > 1 && sequences.every((sequence, i) => sequence === i + 1), `sequence numbers ${sequences}`);
    },
  },
  {
    name: 'life: on a page where it takes too much it gives up the pointer\'s path, and the rest goes on',
    pages: { '/': page({ tag: tag('granted'), body: shop }) },
    async run({ p, sink, cdp }) {
      await until(() => sink.got.hellos.length);
      const wander = async (seconds, enough = () => false) => {
        let moves = 0;
        for (const end = Date.now() + 1000 * seconds; Date.now() < end && !enough(); moves++) {
          await p.mouse.move(100 + 900 * Math.random(), 100 + 500 * Math.random());
          if (moves % 3 === 0) await p.mouse.wheel(0, moves % 2 ? 40 : -40);
        }
      };
      // Seconds in a row above what the widget allows itself; three end the path, and the last frame comes before it ends.
      const costly = () => {
        let run = 0;
        return Math.max(...sink.got.frames.map(({ summary }) => (run = summary.costUs > 20_000 ? run + 1 : 0)));
      };
      await wander(2);
      must(sink.got.frames.some(({ summary }) => summary.moves), 'no path was told before');
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 40 });
      await wander(30, () => costly() > 3);
      must(costly() > 3, `too cheap to be shed: ${sink.got.frames.map(({ summary }) => summary.costUs)}`);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await rest(1500);
      const before = sink.got.frames.length;
      await wander(2);
      await p.click('#go');
      must(await until(() => sink.got.frames.slice(before).some(({ summary }) => summary.clicks)), 'clicks are not told any more');
      must(!sink.got.frames.slice(before).some(({ summary }) => summary.moves), 'the path is still told');
    },
  },
];
