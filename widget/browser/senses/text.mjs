import { must, rest, stage, until } from './stage.mjs';

const ANGRY = 'This is ridiculous, I am so annoyed: it does not work again and I wasted an hour!';
const none = async () => [];
const fields = `<label>Message <textarea id="m" data-rapport-text></textarea></label><label>Other <input id="o"></label><label>Secret <input id="s" type="password" data-rapport-text></label>`;

export const text = [
  {
    name: 'senses: words are scored on the page, and only scores leave',
    run: () => stage({ body: fields }, none, async ({ p, sink, numbers, reaches, start }) => {
      await start('text');
      must(await reaches('text', 'on'), 'the sense did not start');
      await p.click('#m');
      await p.keyboard.type(ANGRY, { delay: 5 });
      must(!numbers().texts, 'scored while the visitor was typing');
      await p.click('#o');
      await p.keyboard.type('I hate this and I am furious about it', { delay: 5 });
      await p.click('#s');
      await p.keyboard.type('hate furious angry secret', { delay: 5 });
      await p.click('#o');
      must(await until(() => numbers().texts), 'no score came');
      await p.evaluate(() => rapport('text', 'Thank you so much, that was really kind of you'));
      must(await until(() => numbers().texts === 2), `texts ${numbers().texts}`);
      await rest(1200);
      const { texts, textFrustration, textGratitude } = numbers();
      must(texts === 2, `${texts} texts: one from the marked field and one from the site`);
      must(textFrustration > 300 && textFrustration <= 2000, `frustration ${textFrustration}`);
      must(textGratitude > 300 && textGratitude <= 2000, `gratitude ${textGratitude}`);
      const sent = Buffer.concat(sink.got.bodies.map((body) => Buffer.from(body))).toString('latin1').toLowerCase();
      for (const word of ['ridiculous', 'annoyed', 'furious', 'kind']) must(!sent.includes(word), `"${word}" left the page`);
      await p.evaluate(() => rapport('sense', 'text', 'stop'));
      await p.click('#m');
      await p.keyboard.type(' I am angry', { delay: 5 });
      await p.click('#o');
      await rest(1300);
      must(numbers().texts === 2, 'scored after the stop');
      must(!(await p.$('[data-rapport-senses]')), 'the panel stayed');
    }),
  },
];
