import type { HintMessage } from '../surroundings.ts';
import { safeLink } from './link.ts';
import { icon, make } from './node.ts';
import { Word, type Words } from './words.ts';

/** What the visitor can do with a hint. */
export interface Choices {
  close(): void;
  act(index: number): void;
  answer(index: number): void;
  helped(yes: boolean): void;
  mute(forGood: boolean): void;
}

export interface Card {
  element: HTMLElement;
  arrow: HTMLElement;
  close: HTMLElement;
  /** What a screen reader says, politely. */
  told: HTMLElement;
  /** Replaces the hint by "did this help?". */
  ask(): void;
  /** Replaces everything by a word of thanks. */
  thank(): void;
}

const button = (name: string, label: string, act: () => void, on: (element: HTMLElement, fn: () => void) => void) => {
  const element = make('button', name, [label], { type: 'button' });
  on(element, act);
  return element;
};

/** Builds a hint of any kind with a picture; `on` listens for a click as the widget listens to everything. */
export function buildCard(
  hint: HintMessage,
  words: Words,
  choices: Choices,
  on: (element: HTMLElement, fn: () => void) => void,
): Card {
  const { title = '', body = '', action = '', choices: answers = [] } = hint.text;
  const survey = hint.kind === 'survey';
  const heading = make('h2', '', [title]);
  const text = make('p', '', [body]);
  const saying = make('div', 'words', [title && heading, body && text]);
  const actions = make('div', survey ? 'do list' : 'do');
  const frame = make('div', 'body', [
    make('div', 'top', [make('span', 'badge', [icon(survey ? 'ask' : hint.kind === 'chat' ? 'chat' : 'bulb')]), saying]),
    actions,
  ]);

  if (hint.kind === 'step') {
    // A checklist: each step can be ticked; the last tick is what the hint is for.
    actions.classList.add('list');
    const ticks = answers.map((label) => {
      const tick = make('input', '', [], { type: 'checkbox' });
      actions.append(make('label', 'pick', [tick, ` ${label}`]));
      on(tick, () => ticks.every(({ checked }) => checked) && choices.act(0));
      return tick;
    });
  } else if (survey) answers.forEach((label, index) => actions.append(button('pick', label, () => choices.answer(index), on)));
  else if (action) {
    const href = hint.action?.type === 'link' ? safeLink(hint.action.href) : '';
    if (href) {
      const away = href[0] !== '/';
      const link = make('a', 'go', [action], { href, ...(away && { target: '_blank', rel: 'noopener noreferrer' }) });
      on(link, () => choices.act(0));
      actions.append(link);
    } else actions.append(button('go', action, () => choices.act(0), on));
  }
  if (!actions.firstChild) actions.remove();

  // Why, and how to have it no more: one press away on every hint.
  const reasons = hint.why ?? [];
  const sure = hint.certainty && words[Word.low + ['low', 'medium', 'high'].indexOf(hint.certainty)];
  const more = make('div', 'more', [
    reasons.length ? make('div', '', [words[Word.noticed]!]) : make('div', '', [words[Word.chosen]!]),
    reasons.length > 0 && make('ul', '', reasons.map((reason) => make('li', '', [reason]))),
    sure && make('div', '', [sure]),
    make('div', '', [
      button('off', words[Word.pause]!, () => choices.mute(false), on),
      button('off', words[Word.never]!, () => choices.mute(true), on),
    ]),
  ], { id: 'more' });
  more.hidden = true;
  const why = make('button', 'why', [words[Word.why]!, icon('fold')], { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'more' });
  on(why, () => {
    more.hidden = !more.hidden;
    why.setAttribute('aria-expanded', `${!more.hidden}`);
  });
  const foot = make('div', 'foot', [why, more]);

  const close = make('button', 'x', [icon('cross')], { type: 'button', 'aria-label': words[Word.close]! });
  on(close, choices.close);
  const arrow = make('div', 'arrow');
  const told = make('div', 'told', [], { role: 'status' });
  const element = make(hint.kind === 'dialog' ? 'dialog' : 'section', 'card', [make('div', 'scroll', [frame, foot, close]), told], { 'aria-label': title || words[Word.help]! });

  const say = (line: string, ...doing: HTMLElement[]) => {
    const hadFocus = (element.getRootNode() as ShadowRoot).activeElement;
    saying.replaceChildren(make('h2', '', [line]));
    actions.className = 'do';
    actions.replaceChildren(...doing);
    if (doing.length) frame.append(actions);
    else actions.remove();
    told.textContent = line;
    if (hadFocus) (doing[0] ?? close).focus(); // what had the focus is gone: it stays in the hint, nowhere else
  };
  return {
    element,
    arrow,
    close,
    told,
    ask: () =>
      say(
        words[Word.helped]!,
        button('pick', words[Word.yes]!, () => choices.helped(true), on),
        button('pick', words[Word.no]!, () => choices.helped(false), on),
      ),
    thank() {
      say(words[Word.thanks]!);
      foot.remove();
      frame.style.setProperty('padding-bottom', '16px');
    },
  };
}
