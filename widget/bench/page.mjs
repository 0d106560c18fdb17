// The page that is measured, and what a visitor does on it: the same in every run.

/** A checkout with a long list, as shops have; `tag` stands in its head. */
export const html = (tag) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<style>body{font:14px/1.4 sans-serif;margin:0 auto;max-width:900px}form{display:grid;gap:8px;grid-template-columns:1fr 1fr}
.row{display:flex;gap:12px;padding:6px;border-bottom:1px solid #ddd}.row:hover{background:#eef}#plain{width:200px;height:60px;background:#ccc}</style>
<script>
const shifts = [], long = [], counts = {};
new PerformanceObserver((list) => { for (const e of list.getEntries()) shifts.push(e.value); }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) long.push(e.duration); }).observe({ type: 'longtask', buffered: true });
for (const type of ['pointermove', 'click', 'keydown', 'scroll', 'input'])
  addEventListener(type, () => { counts[type] = (counts[type] || 0) + 1; }, { capture: true, passive: true });
window.probe = { shifts, long, counts };
</script>${tag}</head><body><h1>Checkout</h1>
<form onsubmit="return false"><label>Name <input id="name" autocomplete="off"></label><label>E-mail <input id="email" autocomplete="off"></label>
<label>Street <input id="street" autocomplete="off"></label><label>City <input id="city" autocomplete="off"></label>
<label>Notes <textarea id="notes" rows="3"></textarea></label><label>Country <select id="country"><option>DE<option>FR<option>US</select></label>
<label><input type="checkbox" id="terms"> I agree</label><button id="pay" type="button">Pay</button></form>
<p><button id="more" type="button">Add a row</button> <button id="dead" type="button">Does nothing</button></p><div id="plain">not a button</div><div id="list"></div>
<script>
const list = document.getElementById('list');
const row = (i) => {
  const div = document.createElement('div');
  div.className = 'row';
  div.innerHTML = '<b>#' + i + '</b><span>Item number ' + i + '</span><a href="#item' + i + '">open</a><button type="button">like</button>';
  return div;
};
for (let i = 0; i < 1500; i++) list.append(row(i));
let added = 0;
document.getElementById('more').addEventListener('click', () => list.prepend(row(10000 + added++)));
document.getElementById('pay').addEventListener('click', () => { document.title = 'paid ' + added; });
</script></body></html>`;

/** Trusted inputs of a whole visit, about a minute of hurry, by kind: 2 % are presses, as in real visits. */
export const PLAN = { moves: 2000, clicks: 50, keys: 300, wheels: 60 };
/** A short visit, for the slowed down processor. */
export const SHORT = { moves: 120, clicks: 10, keys: 25, wheels: 10 };
export const sizeOf = (plan) => Object.values(plan).reduce((a, b) => a + b);

const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const rest = (ms) => new Promise((done) => setTimeout(done, ms));

/** Wanders, clicks (work, rage and dead ends), types and scrolls; seeded, so every run gets the same. */
export async function visit(page, plan) {
  const next = random(42);
  const targets = ['#more', '#dead', '#plain', '#pay', '#terms', '#more', '#plain', '#dead'];
  const fields = ['#name', '#email', '#street', '#city', '#notes'];
  const rounds = Math.min(10, plan.clicks / 2);
  let x = 400;
  let y = 300;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < plan.moves / rounds; i++) {
      x = Math.min(880, Math.max(5, x + (next() - 0.5) * 60));
      y = Math.min(690, Math.max(5, y + (next() - 0.5) * 60));
      await page.mouse.move(x, y);
    }
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator(targets[round % targets.length]).boundingBox();
    for (let i = 0; i < plan.clicks / rounds; i++) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 5 });
    await page.locator(fields[round % fields.length]).focus();
    for (let i = 0; i < plan.keys / rounds; i++) await page.keyboard.press(i % 9 === 8 ? 'Backspace' : 'abcdefgh '[Math.floor(next() * 9)]);
    for (let i = 0; i < plan.wheels / rounds; i++) {
      await page.mouse.wheel(0, i % 3 === 2 ? -200 : 400);
      await rest(30);
    }
  }
}
