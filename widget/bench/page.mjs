// The page that is measured, and what a visitor does on it: the same in every run.

/** A shop page that does a little on each input by itself, as pages do: that is the floor. */
export const html = (tag) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<style>body{font:16px system-ui;margin:20px}li{padding:4px}.on{background:#cde}</style>
<script>
const shifts = [], long = [];
new PerformanceObserver((list) => { for (const e of list.getEntries()) shifts.push(e.value); }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) long.push(e.duration); }).observe({ type: 'longtask', buffered: true });
window.probe = { shifts, long };
</script>${tag}</head><body><h1>Basket</h1>
<form onsubmit="return false"><label>Name <input id="name"></label> <label>Street <input id="street"></label> <label>Notes <textarea id="notes"></textarea></label>
<button id="more" type="button">More</button> <button id="dead" type="button">Apply coupon</button> <button id="like" type="button">Like</button></form>
<p>Inputs so far: <output id="out">0</output></p>
<ul id="list">${Array.from({ length: 400 }, (_, i) => `<li>Article <a href="#${i}">number ${i}</a> <button>Add</button></li>`).join('')}</ul>
<script>
let n = 0;
const out = document.querySelector('#out');
document.querySelector('#more').addEventListener('click', () => { out.textContent = ++n; });
document.querySelector('#like').addEventListener('click', (e) => e.target.classList.toggle('on'));
document.addEventListener('input', () => { out.textContent = ++n; });
document.addEventListener('pointermove', (e) => { n += e.clientX > 5000; }, { passive: true });
for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'scroll', 'wheel']) addEventListener(type, () => { n += 0; }, { passive: true });
</script></body></html>`;

/** Trusted inputs of one visit, by kind. */
export const PLAN = { moves: 120, clicks: 9, keys: 24, wheels: 9 };
export const INPUTS = Object.values(PLAN).reduce((a, b) => a + b);

const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Wanders, clicks (work, rage and dead ends), types and scrolls; seeded, so every run gets the same. */
export async function visit(page) {
  const next = random(7);
  const targets = ['#more', '#dead', '#like', '#more'];
  const fields = ['#name', '#street', '#notes'];
  const rounds = 3;
  let x = 400;
  let y = 300;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < PLAN.moves / rounds; i++) {
      x = Math.min(980, Math.max(5, x + (next() - 0.5) * 90));
      y = Math.min(690, Math.max(5, y + (next() - 0.5) * 90));
      await page.mouse.move(x, y);
    }
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator(targets[round % targets.length]).boundingBox();
    for (let i = 0; i < PLAN.clicks / rounds; i++) await page.mouse.click(box.x + 8, box.y + 8, { delay: 10 });
    await page.locator(fields[round % fields.length]).focus();
    for (let i = 0; i < PLAN.keys / rounds; i++) await page.keyboard.press(i % 7 === 6 ? 'Backspace' : 'abcdef '[i % 7]);
    for (let i = 0; i < PLAN.wheels / rounds; i++) await page.mouse.wheel(0, i % 3 === 2 ? -150 : 300);
  }
}
