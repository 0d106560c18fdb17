// What counts as struggle and what does not, as pages and gestures: read it as a specification.
// Each case: html (the page's body), act (trusted gestures), wants (signals that must come) or none (no signal at all).
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const clicks = (selector, times, gap = 150) => async (page) => {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  for (let i = 0; i < times; i++) {
    await page.mouse.click(x + width / 2, y + height / 2, { delay: 20 });
    await rest(gap);
  }
};
const drag = async (page, x0, y0, x1, y1, steps = 8) => {
  await page.mouse.move(x0, y0);
  await page.mouse.down();
  await page.mouse.move(x1, y1, { steps });
  await page.mouse.up();
};
const script = (code) => `<script>${code}</script>`;

export const cases = [
  // ---- struggle
  { name: 'rage on a dead button', html: '<button id="coupon">Apply</button>', act: clicks('#coupon', 3), wants: ['rage_click #coupon 3'], not: ['dead_click'] },
  { name: 'rage after typing into a field', html: '<input id="code"><button id="coupon">Apply</button>',
    act: async (p) => { await p.click('#code'); await p.keyboard.type('SAVE10', { delay: 30 }); await rest(1600); await clicks('#coupon', 3)(p); }, wants: ['rage_click #coupon 3'] },
  { name: 'rage on a disabled button', html: '<button id="next" disabled>Next</button>', act: async (p) => {
    const box = await p.locator('#next').boundingBox(); for (let i = 0; i < 3; i++) { await p.mouse.click(box.x + 9, box.y + 9); await rest(150); } }, wants: ['rage_click #next 3'] },
  { name: 'rage on something that only looks like a control', html: '<div style="cursor:pointer;width:90px" id="fake"><span>More</span></div>', act: clicks('#fake span', 3), wants: ['rage_click #fake 3'] },
  { name: 'rage on a button with a ripple', html: `<button id="ripple">Go</button>${script(`document.querySelector('#ripple').onclick = (e) => {
    const s = document.createElement('span'); s.className = 'r'; e.currentTarget.append(s); setTimeout(() => s.remove(), 400) }`)}`, act: clicks('#ripple', 4), wants: ['rage_click #ripple'] },
  { name: 'rage in an open shadow root', html: `<my-card id="card"></my-card>${script(`document.querySelector('my-card').attachShadow({mode:'open'}).innerHTML = '<p><button>Go</button></p>'`)}`,
    act: clicks('#card button', 3), wants: ['rage_click #card>>p(1)>button(1) 3'] },
  { name: 'rage beside a ticking clock', settle: 7800, html: `<p id="clock">0</p><button id="b">Go</button>${script(`setInterval(() => { document.querySelector('#clock').textContent = Date.now() }, 300)`)}`,
    act: clicks('#b', 3), wants: ['rage_click #b 3'] },
  { name: 'one dead click', html: '<button id="dead">Save</button>', act: clicks('#dead', 1, 1500), wants: ['dead_click #dead 1'] },
  { name: 'dead link without target', html: '<a id="a" href="#">More</a>', act: clicks('#a', 1, 1500), wants: ['dead_click #a'] },
  { name: 'click that throws', html: `<button id="bad" onclick="undefined.x()">Pay</button>`, act: clicks('#bad', 1, 600), wants: ['error_click #bad 1'] },
  { name: 'click that throws, pressed again and again', html: `<button id="ok" onclick="this.textContent += '.'">More</button><button id="bad" onclick="undefined.x()">Pay</button>`,
    act: async (p) => { await clicks('#ok', 1, 300)(p); await clicks('#bad', 4, 40)(p); await rest(500); }, wants: ['error_click #bad'], not: ['error_click #ok'] },
  { name: 'click that throws, after an error that comes by itself', html: `<button id="bad" onclick="undefined.x()">Pay</button>${script('setTimeout(() => { throw new Error("other") }, 50)')}`,
    act: clicks('#bad', 1, 600), wants: ['error_click #bad 1'] },
  { name: 'form that swallows its submission', html: `<form novalidate id="f"><input value="x" aria-label="code"><button id="send">Send</button></form>${script(`document.querySelector('#f').onsubmit = (e) => e.preventDefault()`)}`,
    act: clicks('#send', 1, 1500), wants: ['dead_click #send'] },
  { name: 'form that swallows its submission, pressed again and again', html: `<form novalidate id="f"><button id="send">Send</button></form>${script(`document.querySelector('#f').onsubmit = (e) => e.preventDefault()`)}`,
    act: clicks('#send', 3), wants: ['rage_click #send 3'] },
  { name: 'button under a clear layer', html: `<button id="pay" onclick="this.textContent='ok'">Pay</button><div style="position:fixed;inset:0"></div>`,
    act: async (p) => { const b = await p.locator('#pay').boundingBox(); for (let i = 0; i < 3; i++) { await p.mouse.click(b.x + 8, b.y + 8); await rest(150); } await rest(200); }, wants: ['rage_click #pay 3'] },
  { name: 'keyboard: a dead button pressed three times', html: '<button id="k">Go</button>', act: async (p) => { await p.focus('#k'); for (let i = 0; i < 3; i++) { await p.keyboard.press('Enter'); await rest(400); } }, wants: ['rage_click #k 3'] },
  { name: 'keyboard: a dead button pressed once', none: true, html: '<button id="k">Go</button>', act: async (p) => { await p.focus('#k'); await p.keyboard.press(' '); await rest(1500); } },
  { name: 'keyboard: a button that throws', html: '<button id="k" onclick="undefined.x()">Go</button>', act: async (p) => { await p.focus('#k'); await p.keyboard.press('Enter'); await rest(500); }, wants: ['error_click #k 1'] },
  { name: 'click whose promise is rejected', html: `<button id="bad" onclick="Promise.reject(new Error('no'))">Pay</button>`, act: clicks('#bad', 1, 600), wants: ['error_click #bad 1'] },
  { name: 'click whose request fails', html: `<button id="bad" onclick="fetch('/missing').then(() => { this.textContent = 'sorry' })">Pay</button>`, act: clicks('#bad', 1, 600), wants: ['error_click #bad 1'] },
  { name: 'click whose XHR fails', html: `<button id="bad" onclick="var x = new XMLHttpRequest(); x.open('GET', '/missing'); x.onload = () => { this.textContent = 'sorry' }; x.send()">Pay</button>`, act: clicks('#bad', 1, 600), wants: ['error_click #bad 1'] },
  { name: 'slow answer to a click', html: `<button id="slow" onclick="fetch('/slow').then(() => { this.textContent = 'done' })">Pay</button>`, act: clicks('#slow', 1, 2400), wants: ['slow_response #slow'], not: ['dead_click'] },
  { name: 'page too busy to answer', html: `<button id="busy" onclick="const t = Date.now(); while (Date.now() - t < 1300); this.textContent = 'x'">Go</button>`, act: clicks('#busy', 1, 2200), wants: ['slow_response #busy'] },
  { name: 'same field fails twice (browser check)', html: `<form onsubmit="return false"><input id="zip" required pattern="[0-9]{5}"><button id="send">Send</button></form>`,
    act: async (p) => { await p.fill('#zip', 'abc'); await p.click('#send'); await rest(400); await p.click('#send'); await rest(300); }, wants: ['form_trouble #zip 2'] },
  { name: 'same field fails twice (aria-invalid)', html: `<input id="vat"><input id="other">${script(`document.querySelector('#vat').addEventListener('blur', (e) => {
    e.target.setAttribute('aria-invalid', e.target.value.length < 9) })`)}`,
    act: async (p) => { for (const word of ['DE1', 'DE2']) { await p.click('#vat'); await p.keyboard.type(word, { delay: 20 }); await p.click('#other'); await rest(300); } }, wants: ['form_trouble #vat 2'] },
  { name: 'back to a filled field', html: '<input id="mail"><input id="phone">',
    act: async (p) => { await p.click('#mail'); await p.keyboard.type('ab', { delay: 20 }); await p.click('#phone'); await p.keyboard.type('1'); await p.click('#mail'); await rest(200); }, wants: ['field_return #mail 2'] },
  { name: 'shaken cursor', html: '<p>text</p>', act: async (p) => { for (let i = 0; i < 26; i++) await p.mouse.move(i % 2 ? 120 : 300, 200, { steps: 2 }); await rest(100); }, wants: ['thrash'] },
  { name: 'scrolling to and fro', html: '<div style="height:6000px">long</div>', act: async (p) => { await p.mouse.move(200, 200);
    for (let i = 0; i < 7; i++) { for (let j = 0; j < 3; j++) { await p.mouse.wheel(0, i % 2 ? -250 : 250); await rest(60); } await rest(260); } await rest(200); }, wants: ['scroll_reversal'] },
  { name: 'quick back in one document', html: `<a id="go" href="/x" onclick="history.pushState(0, '', '/other'); document.title='o'; this.textContent='o'; return false">go</a>`,
    act: async (p) => { await p.click('#go'); await rest(900); await p.goBack(); await rest(300); }, wants: ['quick_back'] },
  { name: 'quick back between documents', html: `<a id="go" href="/other">go</a>`, act: async (p) => { await p.click('#go'); await rest(900); await p.evaluate(() => setTimeout(() => history.back(), 30)); await rest(1200); }, wants: ['quick_back'] },
  { name: 'round and round', html: `<button id="a">a</button><p id="t"></p>${script(`let n = 0; document.querySelector('#a').onclick = () => { history.pushState(0, '', ++n % 2 ? '/b' : '/a'); document.querySelector('#t').textContent = n }`)}`,
    act: clicks('#a', 5, 250), wants: ['page_loop'] },
  { name: 'more deletions than letters', html: '<input id="iban">', act: async (p) => { await p.click('#iban'); for (let i = 0; i < 5; i++) await p.keyboard.press('a', { delay: 10 });
    for (let i = 0; i < 4; i++) await p.keyboard.press('Backspace'); await p.keyboard.type('bc', { delay: 10 }); for (let i = 0; i < 6; i++) { await p.keyboard.type('a'); await p.keyboard.press('Backspace'); await p.keyboard.press('Backspace'); } await rest(200); }, wants: ['correction_burst #iban'] },
  { name: 'error message copied', html: '<p role="alert" id="msg">Code E42: quota exceeded</p>', act: async (p) => { await p.click('#msg', { clickCount: 3 }); await p.keyboard.press('Control+c'); await rest(200); }, wants: ['error_copy #msg 1'] },
  { name: 'hover far longer than usual', html: `${Array.from({ length: 9 }, (_, i) => `<button class="b" onclick="this.textContent += '.'">b${i}</button>`).join('')}<button id="last" onclick="this.textContent='y'">Order</button>`,
    act: async (p) => { for (let i = 0; i < 9; i++) { await p.locator('.b').nth(i).hover(); await rest(60); await p.mouse.down(); await p.mouse.up(); await rest(40); }
      await p.hover('#last'); await rest(3600); await p.mouse.down(); await p.mouse.up(); await rest(200); }, wants: ['hesitation #last'] },
  { name: 'reload after trouble', html: '<button id="x">Go</button>', act: async (p) => { await clicks('#x', 3)(p); await rest(300); await p.reload(); await rest(900); }, wants: ['rage_click #x', 'refresh'] },
  { name: 'button that slid away', html: `<div id="room"></div><button id="buy" style="display:block;height:40px">Buy</button><div style="height:300px"></div>`,
    act: async (p) => { const box = await p.locator('#buy').boundingBox(); await p.mouse.move(box.x + 10, box.y + 10); await rest(700);
      await p.evaluate(() => new Promise((done) => { document.querySelector('#room').style.height = '120px'; requestAnimationFrame(() => requestAnimationFrame(done)); }));
      await p.mouse.down(); await p.mouse.up(); await rest(300); }, wants: ['moving_target #buy 1'] },
  { name: 'swipe that moves nothing', touch: true, html: '<div id="pic" style="width:300px;height:200px;background:#ccd;touch-action:none"></div>',
    act: async (p, cdp) => { await swipe(cdp, 250, 100, 90, 104); await rest(800); }, wants: ['dead_swipe #pic 1'] },
  { name: 'taps beside a control', touch: true, html: `<div style="padding:40px"><button id="tiny" style="width:18px;height:18px;padding:0" onclick="this.textContent='y'">x</button></div>`,
    act: async (p, cdp) => { const b = await p.locator('#tiny').boundingBox(); await tap(cdp, b.x + 30, b.y + 8); await rest(300); await tap(cdp, b.x + 34, b.y + 8); await rest(300); await tap(cdp, b.x + 9, b.y + 9); await rest(400); }, wants: ['mis_tap #tiny 2'] },

  // ---- honest use: nothing may count
  { name: 'quantity stepper with a value only scripts see', none: true, html: `<div><button id="minus">-</button><input id="n" value="1"><button id="plus">+</button></div>${script(`document.querySelector('#plus').onclick = () => { document.querySelector('#n').value++ }`)}`, act: clicks('#plus', 6, 120) },
  { name: 'stepper by role', none: true, html: `<div role="spinbutton" aria-valuenow="1" tabindex="0" id="s"><button id="plus">+</button></div>`, act: clicks('#plus', 5, 120) },
  { name: 'carousel that slides by style', none: true, html: `<div id="track" style="width:900px"><img alt=""></div><button id="next">›</button>${script(`let x = 0; document.querySelector('#next').onclick = () => { document.querySelector('#track').style.transform = 'translateX(' + (x -= 90) + 'px)' }`)}`, act: clicks('#next', 6, 200) },
  { name: 'carousel that scrolls', none: true, html: `<div id="track" style="width:300px;overflow:auto;white-space:nowrap"><div style="width:3000px;height:40px"></div></div><button id="next">›</button>${script(`document.querySelector('#next').onclick = () => document.querySelector('#track').scrollBy(90, 0)`)}`, act: clicks('#next', 5, 250) },
  { name: 'calendar that turns months', none: true, html: `<button id="next">›</button><table role="grid"><tr><td id="m">1</td></tr></table>${script(`let m = 1; document.querySelector('#next').onclick = () => { document.querySelector('#m').textContent = ++m }`)}`, act: clicks('#next', 6, 120) },
  { name: 'like toggle', none: true, html: `<button id="like" onclick="this.classList.toggle('on')">♥</button>`, act: clicks('#like', 5, 150) },
  { name: 'canvas game', none: true, html: '<canvas id="game" width="200" height="200" style="background:#eee;cursor:pointer"></canvas>', act: clicks('#game', 8, 90) },
  { name: 'double and triple click on text', none: true, html: '<p id="text">Some words that are good to copy and keep.</p>', act: async (p) => { await p.dblclick('#text'); await rest(300); await p.click('#text', { clickCount: 3 }); await rest(1500); } },
  { name: 'text field', none: true, html: '<input id="q">', act: clicks('#q', 5, 100) },
  { name: 'native select, checkbox, radio, range', none: true, html: '<input type="checkbox" id="c"><input type="radio" id="r"><input type="range" id="g"><label for="c" id="l">agree</label>',
    act: async (p) => { await clicks('#c', 3, 100)(p); await clicks('#r', 3, 100)(p); await clicks('#g', 3, 100)(p); await clicks('#l', 3, 100)(p); await rest(1400); } },
  { name: 'video', none: true, html: '<video id="v" controls width="300" height="150"></video>', act: clicks('#v', 4, 150) },
  { name: 'download and new tab', none: true, html: '<a id="d" href="data:text/plain,x" download="x.txt">get</a> <a id="t" href="/other" target="_blank">new</a>', act: async (p) => { await clicks('#d', 3, 200)(p); await p.click('#t', { modifiers: [] }); await rest(1500); } },
  { name: 'print', none: true, html: `<button id="p" onclick="print()">Print</button>`, act: clicks('#p', 1, 1500) },
  { name: 'keyboard: pressed in quick succession', none: true, html: '<button id="k">Go</button>', act: async (p) => { await p.focus('#k'); for (let i = 0; i < 6; i++) { await p.keyboard.press('Enter'); await rest(80); } await rest(1400); } },
  { name: 'click by script or screen reader', none: true, html: '<button id="k">Go</button>', act: async (p) => { await p.evaluate(() => { for (let i = 0; i < 6; i++) document.querySelector('#k').click(); }); await rest(1500); } },
  { name: 'modifier clicks', none: true, html: '<button id="k">Go</button>', act: async (p) => { for (let i = 0; i < 4; i++) { await p.click('#k', { modifiers: ['Control'] }); await rest(100); } await rest(1300); } },
  { name: 'dragging', none: true, html: '<button id="k" style="width:200px;height:80px">Drag</button>', act: async (p) => { for (let i = 0; i < 4; i++) await drag(p, 20, 30, 120, 60); await rest(1400); } },
  { name: 'what the site says is honest', none: true, html: '<div data-rapport-ignore><button id="k">Go</button></div>', act: clicks('#k', 6, 150) },
  { name: 'menu that opens', none: true, html: `<button id="m" aria-expanded="false">Menu</button><ul hidden id="u"><li>a</ul>${script(`document.querySelector('#m').onclick = (e) => { const u = document.querySelector('#u'); u.hidden = !u.hidden }`)}`, act: clicks('#m', 5, 200) },
  { name: 'details', none: true, html: `<details><summary id="s">More</summary><p>text</p></details>`, act: clicks('#s', 5, 200) },
  { name: 'dialog by popover', none: true, html: `<button id="o" popovertarget="pop">Open</button><div popover id="pop">hi</div>`, act: clicks('#o', 1, 1500) },
  { name: 'link that takes its time', none: true, html: '<a id="l" href="/slowpage">go</a>', act: clicks('#l', 1, 1800) },
  { name: 'form that is sent', none: true, html: '<form action="/slowpage"><button id="f">Send</button></form>', act: clicks('#f', 1, 1800) },
  { name: 'form whose submission a script answers', none: true, html: `<form id="f"><button id="send">Send</button></form><p id="t"></p>${script(`document.querySelector('#f').onsubmit = (e) => { e.preventDefault(); setTimeout(() => { document.querySelector('#t').textContent = 'sent' }, 300) }`)}`,
    act: clicks('#send', 1, 1500) },
  { name: 'backdrop of a dialog that stays', none: true, html: `<button id="pay">Pay</button><div style="position:fixed;inset:0;background:rgba(0,0,0,.4)"></div>`,
    act: async (p) => { const b = await p.locator('#pay').boundingBox(); for (let i = 0; i < 3; i++) { await p.mouse.click(b.x + 8, b.y + 8); await rest(150); } await rest(1300); } },
  { name: 'clicks beside everything', none: true, html: '<div style="height:300px"><button>Pay</button></div>', act: async (p) => { for (let i = 0; i < 4; i++) { await p.mouse.click(300, 250); await rest(150); } await rest(1300); } },
  { name: 'keyboard: a toggle pressed often', none: true, html: `<button id="like" onclick="this.classList.toggle('on')">♥</button>`, act: async (p) => { await p.focus('#like'); for (let i = 0; i < 5; i++) { await p.keyboard.press(' '); await rest(400); } await rest(900); } },
  { name: 'keyboard: Enter held down', none: true, html: '<button id="k">Go</button>', act: async (p) => { await p.focus('#k'); for (let i = 0; i < 12; i++) { await p.keyboard.down('Enter'); await rest(60); } await p.keyboard.up('Enter'); await rest(1400); } },
  { name: 'Enter in a search field', none: true, html: `<form id="f"><input id="q" value="shoes"><button>Find</button></form><p id="t"></p>${script(`document.querySelector('#f').onsubmit = (e) => { e.preventDefault(); document.querySelector('#t').textContent += '.' }`)}`, act: async (p) => { await p.focus('#q'); for (let i = 0; i < 3; i++) { await p.keyboard.press('Enter'); await rest(400); } await rest(1000); } },
  { name: 'tremor', none: true, html: '<p>text</p>', act: async (p) => { for (let i = 0; i < 60; i++) await p.mouse.move(200 + (i % 2 ? 4 : -4), 200 + (i % 3)); await rest(200); } },
  { name: 'reading down a page', none: true, html: '<div style="height:6000px">long</div>', act: async (p) => { await p.mouse.move(200, 200); for (let i = 0; i < 12; i++) { await p.mouse.wheel(0, 220); await rest(150); } } },
  { name: 'typing with a few corrections', none: true, html: '<input id="q">', act: async (p) => { await p.click('#q'); await p.keyboard.type('hallo welt wie ghet', { delay: 15 }); for (let i = 0; i < 4; i++) await p.keyboard.press('Backspace'); await p.keyboard.type('eht es', { delay: 15 }); await rest(200); } },
  { name: 'Tab through a filled form', none: true, html: '<input id="a" value="x"><input id="b" value="y"><button id="c">z</button>', act: async (p) => { await p.focus('#a'); for (let i = 0; i < 2; i++) { await p.keyboard.press('Tab'); await rest(80); } for (let i = 0; i < 2; i++) { await p.keyboard.press('Shift+Tab'); await rest(80); } await rest(200); } },
  { name: 'swipe that slides a carousel', touch: true, none: true, html: `<div id="pic" style="width:300px;height:200px;background:#ccd;touch-action:none"></div>${script(`document.querySelector('#pic').addEventListener('touchmove', (e) => { e.currentTarget.style.transform = 'translateX(-20px)' })`)}`, act: async (p, cdp) => { await swipe(cdp, 250, 100, 90, 104); await rest(800); } },
  { name: 'touch scrolling', touch: true, none: true, html: '<div style="height:4000px">long</div>', act: async (p, cdp) => { await swipe(cdp, 150, 400, 155, 200); await rest(800); } },
  { name: 'host that forces a signal on a honest role', html: '<div role="grid"><button id="k" data-rapport-signal>Go</button></div>', act: clicks('#k', 3), wants: ['rage_click #k 3'] },
];

async function tap(cdp, x, y) {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await rest(30);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
async function swipe(cdp, x0, y0, x1, y1) {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x0, y: y0 }] });
  for (let i = 1; i <= 6; i++) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x0 + ((x1 - x0) * i) / 6, y: y0 + ((y1 - y0) * i) / 6 }] });
    await rest(16);
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
