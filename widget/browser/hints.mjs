// What hints do on the page: where they stand, how they are reached, what they report.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { must, page, rest, until } from './visit.mjs';

export const callout = {
  t: 'hint', id: 'coupon-help', rule: 'r', kind: 'callout', intent: 'explain', anchor: { type: 'element', ref: '#apply' },
  action: { type: 'close' }, text: { title: 'Codes go in capitals', body: 'Type the code as it is printed, without spaces.', action: 'Got it' },
  lang: 'en', ttl: 10, why: ['Three clicks in a row changed nothing.'], certainty: 'high',
};

/** Distance of the open callout from `#apply`, and how far it sticks out of the window, CSS px. */
const measure = (p) => p.evaluate(() => {
  const card = document.querySelector('[data-rapport-hint]')?.shadowRoot.querySelector('.card');
  if (!card) return null;
  const c = card.getBoundingClientRect();
  const a = document.querySelector('#apply').getBoundingClientRect();
  const apart = (low, high, otherLow, otherHigh) => Math.max(low - otherHigh, otherLow - high);
  const x = apart(a.left, a.right, c.left, c.right);
  const y = apart(a.top, a.bottom, c.top, c.bottom);
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    away: Math.hypot(Math.max(0, x), Math.max(0, y)), covers: x < 0 && y < 0,
    out: Math.max(0, -c.left, c.right - clientWidth, -c.top, c.bottom - clientHeight), box: [c.left, c.top, c.width, c.height],
  };
});
const mustStandBeside = async (p, when) => {
  const m = await measure(p);
  must(m, `${when}: no callout`);
  must(m.away <= 24, `${when}: callout ${m.away.toFixed(0)} px from its anchor, at ${m.box.map(Math.round)}`);
  must(!m.covers, `${when}: callout covers its anchor`);
  must(m.out < 0.5, `${when}: callout sticks out of the window by ${m.out.toFixed(1)} px, at ${m.box.map(Math.round)}`);
};
export const show = async ({ p, sink }, hint) => {
  await until(() => sink.got.sockets.size);
  sink.push(hint);
  must(await until(() => p.evaluate((id) => !!document.querySelector(`[data-rapport-hint="${id}"]`), hint.id)), `${hint.id} is not shown`);
};

const form = (style = '') => `<style>#apply{${style}}</style><main style="padding:20px"><h1>Basket</h1><div id="room"></div><p>Some goods.</p>
<input aria-label="code"><button id="apply">Apply</button><div style="height:3000px"></div></main>`;

const placement = [];
for (const [width, height] of [[1280, 800], [320, 640]])
  for (const dir of ['ltr', 'rtl'])
    placement.push({
      name: `callout stands beside its anchor: ${width} px, ${dir}`,
      view: [width, height],
      pages: { '/': page({ body: form('margin-top:240px'), dir }) },
      async run({ p, sink }) {
        await show({ p, sink }, callout);
        await rest(300);
        await mustStandBeside(p, 'at first');
        await p.evaluate(() => scrollBy(0, 120));
        await rest(150);
        await mustStandBeside(p, 'after a scroll');
        await p.evaluate(() => { document.querySelector('#room').style.height = '90px'; });
        await rest(450);
        await mustStandBeside(p, 'after the page moved its anchor');
        await p.setViewportSize({ width: Math.round(width * 0.9) + 32, height: height + 60 });
        await rest(350);
        await mustStandBeside(p, 'after a resize');
        await p.evaluate(() => { const old = document.querySelector('#apply'); old.replaceWith(old.cloneNode(true)); });
        await rest(450);
        await mustStandBeside(p, 'after its anchor was replaced');
      },
    });
for (const [where, style] of [
  ['at the right edge', 'position:absolute;right:0;top:200px'],
  ['at the left edge', 'position:absolute;left:0;top:200px'],
  ['at the bottom', 'position:fixed;bottom:4px;left:300px'],
  ['in a corner', 'position:fixed;bottom:0;right:0'],
])
  placement.push({
    name: `callout stands beside its anchor: ${where}`,
    pages: { '/': page({ body: form(style) }) },
    async run(here) {
      await show(here, callout);
      await rest(300);
      await mustStandBeside(here.p, where);
    },
  });

const KINDS = {
  callout: {},
  toast: { anchor: { type: 'page' }, kind: 'toast' },
  banner: { anchor: { type: 'page' }, kind: 'banner', action: { type: 'link', href: '/help' } },
  inline: { kind: 'inline' },
  survey: { anchor: { type: 'page' }, kind: 'survey', text: { title: 'How is it going?', choices: ['Fine', 'It is hard', 'I am stuck'] } },
  chat: { anchor: { type: 'page' }, kind: 'chat', text: { title: 'Shall we look together?', action: 'Start a chat' }, action: { type: 'handoff' } },
  hotspot: { kind: 'hotspot' },
  step: { kind: 'step', text: { title: 'Two steps to go', body: 'Type your street, then press Apply.', choices: ['Basket filled', 'Street typed', 'Order placed'] } },
  dialog: { anchor: { type: 'page' }, kind: 'dialog', text: { title: 'Shall we finish this for you?', body: 'We keep what you typed.', action: 'Yes, please' } },
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Opens what a hint hides until asked: the reasons, and the card of a hotspot. */
const unfold = async (p) => {
  if (await p.locator('.spot').count()) await p.locator('.spot').click();
  await p.locator('.why').click();
};
const looks = [];
for (const [kind, facts] of Object.entries(KINDS))
  for (const [look, options] of Object.entries({
    light: {},
    'dark, 320 px': { view: [320, 640], dark: true },
    'right to left': { dir: 'rtl', lang: 'ar' },
  }))
    looks.push({
      name: `look: ${kind}, ${look}`,
      view: options.view,
      pages: { '/': page({ ...options, body: `${options.dark ? '<style>body{background:#14171c;color:#eee}</style>' : ''}${form('margin-top:240px')}`, lang: options.lang ?? 'en' }) },
      async run(here) {
        const { p } = here;
        await show(here, { ...callout, ...facts, id: kind, lang: options.lang ?? 'en' });
        await rest(350);
        for (const folded of [true, false]) {
          if (!folded) await unfold(p);
          await rest(100);
          if (process.env.RAPPORT_PICTURES) await p.screenshot({ path: `${process.env.RAPPORT_PICTURES}/${kind}-${look.replace(/\W+/g, '-')}${folded ? '' : '-why'}.png` });
          await p.evaluate(axe);
          const { violations } = await p.evaluate(() => window.axe.run({ include: ['[data-rapport-hint]'] }, { resultTypes: ['violations'] }));
          must(!violations.length, `axe: ${violations.map(({ id, nodes }) => `${id} ${nodes[0].failureSummary.split('\n')[1]?.trim()} ${nodes[0].html.slice(0, 80)}`).join('; ')}`);
          const wide = await p.evaluate(() => {
            const card = document.querySelector('[data-rapport-hint]').shadowRoot.querySelector('.card');
            const { left, right } = card.getBoundingClientRect();
            return Math.max(0, -left, right - document.documentElement.clientWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth);
          });
          must(wide < 1, `sticks out sideways by ${wide} px`);
        }
      },
    });

const events = (sink) => sink.got.frames.flatMap((frame) => frame.events).map(({ kind, name, value }) => `${kind} ${name} ${value}`);
const behaviour = [
  {
    name: 'hint: shown, acted on, found helpful: each is told',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      const { p, sink } = here;
      await show(here, callout);
      await p.locator('.go').click();
      await p.locator('.pick').first().click();
      const wanted = ['hint_shown coupon-help 0', 'hint_acted coupon-help 0', 'hint_helped coupon-help 1'];
      must(await until(() => wanted.every((one) => events(sink).includes(one))), `told: ${events(sink)}`);
    },
  },
  {
    name: 'hint: Escape dismisses it, and focus stays where it was',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      const { p, sink } = here;
      await p.focus('input');
      await rest(1600); // not while typing
      await show(here, callout);
      must(await p.evaluate(() => document.activeElement.matches('input')), 'the hint took the focus');
      await p.keyboard.press('Escape');
      must(await until(() => p.evaluate(() => !document.querySelector('[data-rapport-hint]'))), 'still there');
      must(await p.evaluate(() => document.activeElement.matches('input')), 'the focus moved');
      must(await until(() => events(sink).includes('hint_dismissed coupon-help 0')), `told: ${events(sink)}`);
    },
  },
  {
    name: 'hint: Tab leads from its anchor into it, and Enter acts',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      const { p, sink } = here;
      await p.focus('#apply');
      await show(here, callout);
      const inside = () => p.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className);
      for (let i = 0; i < 6 && (await inside()) !== 'go'; i++) await p.keyboard.press('Tab');
      must((await inside()) === 'go', `Tab leads to ${await inside()}`);
      await p.keyboard.press('Enter');
      must(await until(() => events(sink).includes('hint_acted coupon-help 0')), `told: ${events(sink)}`);
    },
  },
  {
    name: 'hint: it says itself to screen readers, politely',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      await show(here, callout);
      await rest(300);
      const told = await here.p.evaluate(() => { const e = document.querySelector('[data-rapport-hint]').shadowRoot.querySelector('[role=status]'); return e.textContent; });
      must(told === 'Codes go in capitals. Type the code as it is printed, without spaces.', `says "${told}"`);
    },
  },
  {
    name: 'hint: not while the visitor types or drags',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run({ p, sink }) {
      await until(() => sink.got.sockets.size);
      await p.click('input');
      const typing = p.keyboard.type('some words that take a while', { delay: 60 });
      await rest(500);
      sink.push(callout);
      await rest(600);
      must(!(await p.$('[data-rapport-hint]')), 'shown while typing');
      await typing;
      must(await until(() => p.evaluate(() => !!document.querySelector('[data-rapport-hint]'))), 'never shown after typing');
    },
  },
  {
    name: 'hint: never again means never again',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      const { p, sink } = here;
      await show(here, callout);
      await p.locator('.why').click();
      await p.locator('.off').last().click();
      must(await until(() => events(sink).some((one) => one.startsWith('muted'))), `told: ${events(sink)}`);
      sink.push({ ...callout, id: 'second' });
      await rest(600);
      await p.reload();
      await until(() => sink.got.hellos.length > 1);
      sink.push({ ...callout, id: 'third' });
      await rest(800);
      must(!(await p.$('[data-rapport-hint]')), 'shown again');
    },
  },
  {
    name: 'hint: text from the server stays text',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      await show(here, { ...callout, text: { title: '<img src=x onerror="window.hit=1">', body: '<b>bold</b>', action: 'Go' }, action: { type: 'link', href: 'javascript:window.hit=2' } });
      await rest(300);
      const found = await here.p.evaluate(() => { const root = document.querySelector('[data-rapport-hint]').shadowRoot; return [root.querySelectorAll('img,b,a').length, window.hit]; });
      must(found[0] === 0 && found[1] === undefined, `made of it: ${found}`);
    },
  },
  {
    name: 'hint: a verb adapts the page and shows nothing',
    pages: { '/': page({ body: `<script>addEventListener('rapport:simplify-form', () => { window.heard = true; })</script>${form()}` }) },
    async run({ p, sink }) {
      await until(() => sink.got.sockets.size);
      sink.push({ ...callout, id: 'verb', kind: 'verb', action: { type: 'verb', name: 'simplify-form' } });
      must(await until(() => p.evaluate(() => window.heard && document.documentElement.matches('.rapport-simplify-form[data-rapport-simplify-form]'))), 'the page was not told');
      must(!(await p.$('[data-rapport-hint]')), 'something is shown');
    },
  },
  {
    name: 'hint: withdrawn by the server it is gone',
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      await show(here, callout);
      here.sink.push({ t: 'withdraw', id: callout.id });
      must(await until(() => here.p.evaluate(() => !document.querySelector('[data-rapport-hint]'))), 'still there');
    },
  },
  {
    name: 'hint: chat hands over to the site',
    pages: { '/': page({ body: form() }) },
    async run(here) {
      await here.p.evaluate(() => rapport('on', 'handoff', (detail) => { window.handed = detail; }));
      await show(here, { ...callout, ...KINDS.chat, id: 'chat' });
      await here.p.locator('.go').click();
      must((await here.p.evaluate(() => window.handed))?.hint === 'chat', 'the site heard nothing');
      must(await until(() => events(here.sink).some((one) => one.startsWith('handoff chat'))), `told: ${events(here.sink)}`);
    },
  },
  {
    name: 'hint: a dialog holds the focus and gives it back',
    pages: { '/': page({ body: form() }) },
    async run(here) {
      const { p } = here;
      await p.focus('#apply');
      await show(here, { ...callout, ...KINDS.dialog, id: 'dialog' });
      must(await until(() => p.evaluate(() => !!document.activeElement.shadowRoot?.activeElement)), 'the focus is not in the dialog');
      for (let i = 0; i < 9; i++) {
        await p.keyboard.press('Tab');
        must(await p.evaluate(() => !document.activeElement.matches('input,#apply')), 'Tab leads out of the dialog');
      }
      await p.keyboard.press('Escape');
      must(await until(() => p.evaluate(() => document.activeElement.id === 'apply')), 'the focus did not come back');
    },
  },
  {
    name: 'hint: a hotspot opens when it is pressed',
    view: [360, 640],
    pages: { '/': page({ body: form('margin-top:240px') }) },
    async run(here) {
      const { p } = here;
      await show(here, { ...callout, kind: 'hotspot' });
      const open = () => p.evaluate(() => document.querySelector('[data-rapport-hint]').shadowRoot.querySelector('.card').getClientRects().length > 0);
      must(!(await open()), 'open before it is pressed');
      const [dot, anchor] = await Promise.all(['.spot', '#apply'].map((one) => p.locator(one).boundingBox()));
      must(Math.abs(dot.x + 12 - anchor.x - anchor.width) < 2 && Math.abs(dot.y + 12 - anchor.y) < 2, `the dot is at ${dot.x},${dot.y}`);
      await p.locator('.spot').click();
      must(await open(), 'pressing does not open it');
      await rest(350);
      await mustStandBeside(p, 'opened');
    },
  },
];

export const hints = [...placement, ...looks, ...behaviour];
