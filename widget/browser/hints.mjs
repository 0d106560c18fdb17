// What hints do on the page: where they stand, how they are reached, what they report.
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

export const hints = [...placement];
