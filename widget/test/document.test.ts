// docs/widget.md says what the schema and the specification pages say. RAPPORT_DOCUMENTS=write brings it up to date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const DOCUMENT = new URL('docs/widget.md', root);
const PAGES = 'e2e-tests/src/test/resources/pages';
const schema = JSON.parse(readFileSync(new URL('core/src/main/resources/dev/rapport/frame/frame-schema.json', root), 'utf8')) as {
  signals: { name: string; means: string }[];
};

/** Why somebody who runs a site wants to know of it. */
const WHY: { [signal: string]: string } = {
  rage_click: 'the visitor believes that this should do something',
  dead_click: 'a promise that the page does not keep',
  error_click: 'something broke, and the visitor was there',
  form_trouble: 'the field does not say what it wants',
  field_return: 'an answer had to be changed, or was asked for too early',
  thrash: 'waiting, or looking for something that is not there',
  quick_back: 'a link that led somewhere else than it said',
  scroll_reversal: 'something is not where it is looked for',
  page_loop: 'the way on is not found',
  correction_burst: 'a value that is hard to get right',
  error_copy: 'the visitor takes the message to somebody else for help',
  hesitation: 'what this control will do is unclear',
  slow_response: 'the visitor waited, and may have pressed again',
  refresh: 'trouble that a reload was meant to cure',
  dead_swipe: 'something looks as if it could be moved',
  mis_tap: 'a control too small for a finger',
  moving_target: 'the page moved the control away under the pointer',
};

interface Page {
  name: string;
  title: string;
  about: string;
  visit: string;
}
const pagesIn = (folder: string): Page[] =>
  readdirSync(new URL(`${PAGES}/${folder}`, root))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(new URL(`${PAGES}/${folder}/${file}`, root), 'utf8');
      const part = (form: RegExp) => (form.exec(html)?.[1] ?? '').trim();
      return { name: `${folder}/${file}`, title: part(/<title>(.*?)<\/title>/), about: part(/<!-- (.*?) -->/s), visit: part(/id="visit">(.*?)<\/script>/s) };
    })
    .filter(({ visit }) => visit && !visit.startsWith('visited'));
const link = ({ name, title }: Page) => `[${title}](../${PAGES}/${name})`;
const list = (folder: string) => pagesIn(folder).map((page) => `- ${link(page)}: ${page.about}`).join('\n');

const signals = () => {
  const pages = pagesIn('signals');
  const rows = schema.signals.map(({ name, means }) => {
    const shown = pages.filter(({ visit }) => new RegExp(`^expect ${name}\\b`, 'm').test(visit)).map(link);
    return `| \`${name}\` | ${means} | ${WHY[name]} | ${shown.join(', ')} |`;
  });
  return ['| signal | what it is | what it tells | pages |', '|---|---|---|---|', ...rows].join('\n');
};

const PARTS: { [name: string]: () => string } = { signals, honest: () => list('honest'), edge: () => list('edge') };

test.each(Object.keys(PARTS))('docs/widget.md, part %s', (name) => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const form = new RegExp(`<!-- ${name} -->\n(.*?)<!-- /${name} -->`, 's');
  const wanted = `${PARTS[name]!()}\n`;
  if (process.env.RAPPORT_DOCUMENTS === 'write') {
    writeFileSync(DOCUMENT, text.replace(form, () => `<!-- ${name} -->\n${wanted}<!-- /${name} -->`));
    return;
  }
  expect(form.exec(text)?.[1], 'bring it up to date with RAPPORT_DOCUMENTS=write npx vitest run test/document.test.ts').toBe(wanted);
});

test.each(schema.signals)('signal $name has a reason and a page that shows it', ({ name }) => {
  expect(WHY[name]).toBeTruthy();
  expect(pagesIn('signals').some(({ visit }) => new RegExp(`^expect ${name}\\b`, 'm').test(visit))).toBe(true);
});

test('every link leads to a file', () => {
  for (const [, path] of readFileSync(DOCUMENT, 'utf8').matchAll(/\]\(([^)#]+)/g)) expect(existsSync(new URL(path!, DOCUMENT)), path).toBe(true);
});
