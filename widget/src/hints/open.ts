import { EventKind } from '../schema.ts';
import type { HintMessage, Surroundings } from '../surroundings.ts';
import { anchorOf } from './anchor.ts';
import { buildCard } from './card.ts';
import STYLE from './hints.css';
import { make } from './node.ts';
import { place } from './place.ts';
import { darkPage } from './theme.ts';
import { applyVerb } from './verb.ts';
import { rightToLeft, Word, wordsFor } from './words.ts';

/** A hint on the page; calling it takes the hint down. */
export type OpenHint = { id: string; remove(): void };

/** Elements that move without a scroll or resize are followed this often, ms. */
const FOLLOW = 250;
/** Boxes narrower than this are too narrow for a sentence, CSS px. */
const ROW = 240;
/** A live region must stand in the page before it speaks, ms. */
const SPEAK = 120;
/** A word of thanks stays this long, ms (WCAG 2.2.1: at least 20 s). */
const THANKS = 20_000;

let sheet: CSSStyleSheet | undefined;
const dress = (root: ShadowRoot) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  root.adoptedStyleSheets = [sheet];
};

/** Shows a hint with a picture. `gone` is called once when it has left the page, whatever the reason. */
export function openHint(hint: HintMessage, preview: boolean, here: Surroundings, gone: () => void): OpenHint {
  const { id, kind } = hint;
  const tag = hint.lang ?? document.documentElement.lang;
  const rtl = hint.lang ? rightToLeft(hint.lang) : getComputedStyle(document.documentElement).direction === 'rtl';
  const stops: (() => void)[] = [];
  const before = document.activeElement;
  let open = true;

  const host = here.claim(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  host.setAttribute('data-rapport-ignore', '');
  host.setAttribute('data-rapport-hint', id);
  dress(root);

  const report = (event: EventKind, value: number, name = id) => {
    if (!preview) here.event(event, name, value);
  };
  const remove = () => {
    if (!open) return;
    open = false;
    for (const stop of stops) stop();
    const hadFocus = document.activeElement === host;
    host.remove();
    if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    here.tell('close', { id, kind });
    gone();
  };
  const dismiss = () => {
    report(EventKind.hint_dismissed, 0);
    remove();
  };
  let acted = false;
  const leave = () => (acted ? remove() : dismiss());

  const words = wordsFor(tag);
  const card = buildCard(
    hint,
    words,
    {
      close: leave,
      act(index) {
        const { action } = hint;
        acted = true;
        report(EventKind.hint_acted, index);
        if (action?.type === 'handoff' || kind === 'chat') {
          report(EventKind.handoff, 0);
          here.tell('handoff', { hint: id });
        }
        if (action?.type === 'verb') applyVerb(action.name);
        card.ask();
      },
      answer(index) {
        acted = true;
        report(EventKind.survey_answer, index);
        finish();
      },
      helped(yes) {
        report(EventKind.hint_helped, yes ? 1 : 0);
        finish();
      },
      mute(forGood) {
        if (!preview) here.mute(forGood);
        remove();
      },
    },
    (element, fn) =>
      stops.push(
        here.on('click', () => {
          fn();
          follow(); // what was folded out or replaced has another size
        }, element),
      ),
  );
  const finish = () => {
    card.thank();
    stops.push(here.after(THANKS, remove));
  };

  // ---- where it stands
  const { element } = card;
  host.dir = element.dir = rtl ? 'rtl' : 'ltr';
  if (tag) element.lang = tag;
  const beside = kind === 'callout' || kind === 'hotspot';
  if (beside) element.append(card.arrow);
  root.append(element);

  /** A hotspot is a dot at the element's corner until it is pressed. */
  let spot: HTMLElement | null = null;
  if (kind === 'hotspot') {
    spot = make('button', 'spot', [], { type: 'button', 'aria-label': hint.text.title || words[Word.help]! });
    stops.push(
      here.on('click', () => {
        spot!.remove();
        spot = null;
        element.hidden = false;
        follow();
        card.close.focus();
      }, spot),
    );
    element.hidden = true;
    root.append(spot);
  }

  const dark = darkPage() ? ' dark' : '';
  /** Gives host and card the classes for where they stand. */
  const stand = (where: string, side = where) => {
    host.className = where;
    element.className = `card ${side}${dark}`;
  };
  let stood = '';
  const follow = here.guard(() => {
    if (!open || !beside) return;
    const anchor = anchorOf(hint);
    const { offsetWidth: width, offsetHeight: height } = element;
    const { clientWidth, clientHeight } = document.documentElement;
    const box = anchor?.getBoundingClientRect();
    const found = box && (spot
      ? { left: (rtl ? box.left : box.right) - 12, top: box.top - 12, side: '', arrow: 0 }
      : place(box, { width, height }, { width: clientWidth, height: clientHeight }, rtl));
    const { left = 0, top = 0, side = '', arrow = 0 } = found ?? {};
    const now = [left, top, side, arrow, !spot].join();
    if (now === stood) return;
    stood = now;
    stand(found ? (spot ? 'dot' : 'at') : 'corner', `${side}-side`);
    // Through custom properties, which the style sheet reads: its own !important outranks any of the page's, and ours.
    host.style.setProperty('--rapport-x', `${Math.round(left)}px`);
    host.style.setProperty('--rapport-y', `${Math.round(top)}px`);
    const across = side === 'bottom' || side === 'top';
    card.arrow.style.left = across ? `${arrow}px` : '';
    card.arrow.style.top = across ? '' : `${arrow}px`;
  });

  const anchor = anchorOf(hint);
  if (kind === 'inline' && anchor) {
    stand('inline');
    let beside: Element = anchor.closest('label') ?? anchor;
    // In a row of narrow boxes a sentence would stand in a column of its own: it goes below the row.
    for (let row = beside.parentElement; row && row !== document.body && beside.clientWidth < ROW; row = row.parentElement) {
      if (!/flex|grid/.test(getComputedStyle(row).display)) break;
      beside = row;
    }
    beside.after(host);
  } else {
    stand(kind === 'banner' ? kind : 'corner', kind);
    (document.querySelector('dialog:modal') ?? document.body).append(host);
    if (kind === 'dialog') (element as HTMLDialogElement).showModal();
    else if (host.showPopover) {
      host.popover = 'manual'; // above everything, and Tab leads from the anchor into it
      try {
        (host.showPopover as (options?: object) => void).call(host, anchor ? { source: anchor } : {});
      } catch {
        host.removeAttribute('popover');
      }
    }
  }
  follow();
  if (beside) {
    const soon = here.guard(() => requestAnimationFrame(follow));
    stops.push(here.on('scroll', soon), here.on('resize', soon));
    const again = () => {
      follow();
      next = here.after(FOLLOW, again);
    };
    let next = here.after(FOLLOW, again);
    stops.push(() => next());
  }
  stops.push(
    here.on('keydown', (event: KeyboardEvent) => {
      const elsewhere = document.activeElement !== host && document.querySelector('dialog[open],[role=dialog],[role=menu]');
      if (event.key === 'Escape' && !elsewhere) leave();
    }),
    here.after(SPEAK, () => {
      const { title = '', body = '' } = hint.text;
      card.told.textContent = [title, body].filter(Boolean).join('. ');
    }),
  );
  report(EventKind.hint_shown, 0);
  here.tell('hint', { id, kind });
  return { id, remove };
}
