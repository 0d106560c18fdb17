// What leaves the page: every byte of a long visit is searched for what was typed, shown and done.
import { decode } from './sink.mjs';
import { must, page, rest, until } from './visit.mjs';

const SECRETS = {
  name: 'Quixotte Zyborowski', mail: 'zyb.quix@example.org', password: 'Kv9#mRt2!pLx', card: '4929817365401826', note: 'my fever began on tuesday',
};
const body = `<main><h1>Account of Thaddeus Wexlerburg</h1><p role="alert" id="alert">Iban DE02 1203 is unknown to Krombacherbank</p>
<form onsubmit="return false"><label>Name <input id="name" autocomplete="name"></label><label>Mail <input id="mail" type="email"></label>
<label>Password <input id="password" type="password"></label><label>Card <input id="card" autocomplete="cc-number"></label>
<label>Note <textarea id="note"></textarea></label><button id="save-Wexlerburg-4711" class="secretclass-Vrooomfondel" title="tooltip Majikthise">Save changes</button></form>
<a id="link" href="/other?token=tok3nPelican#frag-Ostrich">next</a><div style="height:2000px">Filler Slartibartfast</div></main>`;
const SHOWN = ['Wexlerburg', 'Krombacherbank', '1203', 'Vrooomfondel', 'Majikthise', 'Slartibartfast', 'Save changes', 'tok3nPelican', 'Ostrich', 'queryHeron', 'changes'];

/** Frames, about one a second, below which a visit is too short to tell anything. */
const ENOUGH = 12;

const run = async ({ p, sink, context }) => {
  const presses = [];
  const spots = [];
  await p.exposeFunction('pressed', (at) => presses.push(at));
  await p.evaluate(() => addEventListener('keydown', (event) => window.pressed(event.timeStamp)));
  const write = async () => {
    for (const [field, secret] of Object.entries(SECRETS)) {
      await p.click(`#${field}`);
      for (const letter of secret) {
        await p.keyboard.press(letter === ' ' ? 'Space' : letter);
        await rest(30 + Math.random() * 110);
      }
      await p.keyboard.press('Backspace');
      await p.keyboard.type(secret.at(-1));
    }
  };
  // However quick the machine, the visitor goes on until there is enough to search.
  for (const end = Date.now() + 40_000; sink.got.frames.length <= ENOUGH && Date.now() < end; ) await write();
  for (let i = 0; i < 60; i++) {
    const spot = [211 + i * 7, 137 + ((i * 13) % 300)];
    spots.push(spot);
    await p.mouse.move(...spot);
  }
  for (let i = 0; i < 4; i++) await p.click('button');
  await p.click('#alert', { clickCount: 3 });
  await p.keyboard.press('Control+c');
  await p.evaluate(() => { throw Object.assign(new Error('boom Beeblebrox 4711'), {}); }).catch(() => {});
  await p.click('#link');
  await until(() => sink.got.hellos.length > 1);
  await rest(1300);
  await context.close();
  await rest(200);

  const sent = Buffer.concat(sink.got.bodies.map((part) => Buffer.from(part)));
  must(sent.length > 500 && sink.got.frames.length > ENOUGH, `the visit is too short to tell: ${sink.got.frames.length} frames`);
  const forms = (word) => [word, word.toLowerCase(), encodeURIComponent(word), Buffer.from(word).toString('base64').replace(/=+$/, ''), Buffer.from(word).toString('hex')];
  for (const word of [...Object.values(SECRETS), ...Object.values(SECRETS).flatMap((secret) => secret.split(/[ @.]/).filter((part) => part.length > 3)), ...SHOWN, 'Beeblebrox'])
    for (const form of forms(word)) must(!sent.includes(form), `"${word}" is in the bytes sent`);

  // Series: no number of any message may be a key's or a pointer's place in time or space.
  const numbers = [];
  const collect = (item) => {
    if (typeof item === 'number') numbers.push(item);
    else if (Array.isArray(item)) item.forEach(collect);
  };
  const frames = [];
  for (const part of sink.got.bodies) {
    const message = decode(part);
    frames.push(...(Array.isArray(message[0]) ? message : [message]).filter(([tag]) => tag === 1));
  }
  must(frames.length > ENOUGH, 'no frames to look into');
  for (const [, , , , , summary, signals, events] of frames) {
    must(summary.length === 32, `a summary of ${summary.length} numbers`);
    must(signals.length <= 32 && events.length <= 16, 'more notes than a frame may have');
  }
  frames.forEach(collect);
  const gaps = presses.slice(1).map((at, i) => Math.round(at - presses[i])).filter((gap) => gap > 30);
  const runs = (list, length) => list.some((_, i) => i + length <= list.length && numbers.some((__, j) => list.slice(i, i + length).every((value, k) => Math.abs(numbers[j + k] - value) <= 1)));
  must(!runs(gaps, 3), 'three gaps between keys in a row are in the bytes sent');
  must(!runs(presses.map(Math.round), 2), 'times of keys are in the bytes sent');
  must(!runs(spots.flat(), 3), 'places of the pointer are in the bytes sent');
};

export const privacy = [
  {
    name: 'privacy: nothing typed, shown or timed leaves the page',
    start: '/account/4711?q=queryHeron',
    pages: { '/account/4711': page({ body }), '/other': page({ body: '<p>other</p>' }) },
    allowErrors: true,
    run,
  },
  {
    name: 'privacy: only the rhythm of a granted channel is sent',
    channels: ['friction'],
    pages: { '/': page({ body: '<input id="q" aria-label="q">' }) },
    async run({ p, sink }) {
      await p.click('#q');
      await p.keyboard.type('hello world', { delay: 30 });
      await p.mouse.move(300, 200, { steps: 9 });
      await rest(1300);
      const summary = Object.assign({}, ...sink.got.frames.map((frame) => frame.summary));
      must(summary.keys, 'no keys were counted');
      must(!summary.keyGaps && !summary.moves, `channels that the server did not welcome: ${JSON.stringify(summary)}`);
    },
  },
];
