import { make } from '../hints/node.ts';
import { darkPage } from '../hints/theme.ts';
import { rightToLeft } from '../hints/words.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Name } from './measures.ts';
import type { Note, State } from './sense.ts';
import STYLE from './senses.css';
import { wordsFor } from './words.ts';

/** Where visitors see which senses are on, are asked, and stop them with one tap. In the page only while there is something to see. */
export interface Panel {
  /** Asks; true when the visitor allows. The answer of a question that is taken back is false. */
  ask(name: Name): Promise<boolean>;
  show(name: Name, state: State, note: Note, seconds: number): void;
  hide(name: Name): void;
  /** Keeps a hidden frame as long as the answer is not called. */
  keep(frame: HTMLIFrameElement): () => void;
  remove(): void;
}

const RUNNING = /^(learning|on|starting)$/;

/** @param stop the visitor has tapped "stop" */
export function createPanel(here: Surroundings, stop: (name: Name) => void): Panel {
  const words = wordsFor(document.documentElement.lang || navigator.language);
  const host = here.claim(document.createElement('div'));
  host.setAttribute('data-rapport-ignore', '');
  host.setAttribute('data-rapport-senses', '');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const list = make('ul', '');
  const told = make('div', 'told', [], { role: 'status' });
  const panel = make('section', 'panel', [list, told], { 'aria-label': words.title });
  root.append(panel);
  const rows = new Map<Name, { row: HTMLElement; text: HTMLElement; button: HTMLElement; state: State; note: Note }>();
  const questions = new Map<Name, () => void>();
  let frames = 0;

  const appear = () => {
    if (host.isConnected) return;
    panel.classList.toggle('dark', darkPage());
    panel.dir = rightToLeft(document.documentElement.lang) ? 'rtl' : 'ltr';
    document.body.append(host);
  };
  const leave = () => {
    panel.hidden = !rows.size && !questions.size;
    if (panel.hidden && !frames) host.remove();
  };
  const speak = (sentence: string) => here.after(120, () => (told.textContent = sentence));
  const nameOf = (name: Name) => words.senses[name][0];

  return {
    ask(name) {
      appear();
      panel.hidden = false;
      return new Promise((answer) => {
        const before = document.activeElement;
        const [, question, does] = words.senses[name];
        const finish = (yes: boolean) => {
          if (!questions.delete(name)) return;
          box.remove();
          if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
          leave();
          answer(yes);
        };
        const allow = make('button', 'go', [words.allow], { type: 'button' });
        const no = make('button', '', [words.no], { type: 'button' });
        const box = make('div', 'ask', [make('h2', '', [question]), make('p', '', [does]), make('p', '', [words.leaves]), make('div', 'do', [allow, no])], {
          role: 'dialog', 'aria-label': question, tabindex: '-1',
        });
        here.on('click', () => finish(true), allow);
        here.on('click', () => finish(false), no);
        here.on('keydown', (event: KeyboardEvent) => event.key === 'Escape' && finish(false), box);
        questions.get(name)?.();
        questions.set(name, () => finish(false));
        panel.prepend(box);
        box.focus({ preventScroll: true });
      });
    },
    show(name, state, note, seconds) {
      appear();
      panel.hidden = false;
      let entry = rows.get(name);
      if (!entry) {
        const text = make('span', 'says');
        const button = make('button', '', [], { type: 'button' });
        here.on('click', () => stop(name), button);
        entry = { row: make('li', 'row', [make('span', 'lamp'), text, button]), text, button, state: 'off', note: '' };
        rows.set(name, entry);
        list.append(entry.row);
      }
      const running = RUNNING.test(state);
      const more = [words.states[state], words.notes[note]].filter(Boolean).join(': ');
      const time = state === 'learning' && seconds && !note ? `, ${seconds} ${words.seconds}` : '';
      entry.row.className = running ? 'row live' : 'row';
      entry.text.replaceChildren(make('b', '', [nameOf(name)]), ' ', make('span', '', [more + time]));
      const label = running ? words.stop : words.close;
      if (entry.button.textContent !== label) entry.button.textContent = label;
      entry.button.setAttribute('aria-label', `${label}: ${nameOf(name)}`);
      if (entry.state !== state || entry.note !== note) speak(`${nameOf(name)}: ${more}`);
      entry.state = state;
      entry.note = note;
    },
    hide(name) {
      questions.get(name)?.();
      rows.get(name)?.row.remove();
      rows.delete(name);
      leave();
    },
    keep(frame) {
      appear();
      frames++;
      root.append(frame);
      return () => {
        if (!frame.isConnected) return;
        frame.remove();
        frames--;
        leave();
      };
    },
    remove() {
      questions.forEach((take) => take());
      rows.clear();
      host.remove();
    },
  };
}
