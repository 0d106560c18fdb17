import { isOurs } from '../ours.ts';
import { now, Observer, wall } from '../natives.ts';
import type { Collector } from '../sink.ts';
import { controlOf, editable, nearest, targetOf, within } from './controls.ts';

/** How long after a press the page is watched, ms: a dead click is confirmed at 1 200. */
const WATCH = 1300;
/** Changes this long after the last input are the page's own doing, ms. */
const QUIET = 1200;
/** How long after loading the page's own doing is learned, ms: long enough to see a clock tick three times. */
const LEARN = 3200;
/** Two changes of one node this far apart, both in quiet, make it noise, ms. */
const APART = 200;
/** At most so many changes of one batch are looked at: a storm costs no more than this. */
const LOOK_AT = 200;

const INVALID = { subtree: true, attributes: true, attributeFilter: ['aria-invalid'] };
const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    ...['class', 'style', 'hidden', 'open', 'disabled', 'checked', 'selected', 'value', 'src', 'href', 'd', 'transform'],
    ...['aria-invalid', 'aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked', 'aria-hidden', 'aria-busy'],
    ...['aria-valuenow', 'aria-current', 'aria-disabled', 'data-state'],
  ],
};
/** Events by which a page or the browser answers a click without changing the document. */
const ANSWERS =
  'scroll input toggle submit invalid play pause seeked popstate hashchange beforeprint fullscreenchange copy cut ' +
  'dragstart visibilitychange pagehide';

/** True when nothing but decoration (a ripple, a pressed look) came or went. */
const textless = (nodes: NodeList): boolean => {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Element;
    if (node.textContent?.trim() || (node.querySelector && (node.matches('img,svg,input') || node.querySelector('img,svg,input'))))
      return false;
  }
  return true;
};

/**
 * Tells when the page visibly answers: one observer in two gears (all changes for a moment after a press, otherwise only
 * failed fields), with the page's own tickers, feeds and animations learned and left out.
 */
export const answers: Collector = (sink) => {
  let armedUntil = 0;
  let armed = false;
  let lastInput = 0;
  let held: Element | null = null;
  let left: Element | null = null; // what had the focus when the press began
  const quietChange = new WeakMap<Node, number>();
  const noise = new WeakSet<Node>();

  const answer = () => sink._tell('answer', now());

  const learn = (node: Node, at: number) => {
    const before = quietChange.get(node);
    if (before === undefined) quietChange.set(node, at);
    else if (at - before > APART) noise.add(node);
  };
  const decorates = (record: MutationRecord, node: Node): boolean => {
    const dress = record.attributeName === 'class' || record.attributeName === 'style';
    if (dress && left && left !== document.body && node !== document.body && node.contains(left)) return true;
    if (!held || !held.contains(node)) return false;
    if (record.type === 'attributes') return dress;
    return record.type === 'childList' && textless(record.addedNodes) && textless(record.removedNodes);
  };
  const observer = new Observer(
    sink._guard((records: MutationRecord[]) => {
      const at = now();
      const quiet = at - lastInput > QUIET;
      let answered = false;
      for (let i = 0; i < records.length && i < LOOK_AT; i++) {
        const record = records[i]!;
        const node = record.type === 'characterData' ? (record.target.parentNode ?? record.target) : record.target;
        if (record.attributeName === 'aria-invalid' && !/^(false)?$/.test((node as Element).getAttribute('aria-invalid') ?? ''))
          sink._tell('invalid', node as Element);
        if (!armed || answered || noise.has(node) || isOurs(record)) continue;
        if (quiet) learn(node, at);
        else if (!decorates(record, node)) answered = true;
      }
      if (answered) answer();
    }),
  );
  sink._undo(() => observer.disconnect());

  const idle = () => {
    const left = armedUntil - now();
    if (left > 0) {
      sink._after(left + 1, idle);
      return;
    }
    armed = false;
    observer.disconnect();
    observer.observe(document, INVALID);
  };
  const arm = (ms: number) => {
    armedUntil = Math.max(armedUntil, now() + ms);
    if (armed) return;
    armed = true;
    observer.observe(document, EVERYTHING);
    sink._after(ms, idle);
  };

  sink._on('pointerdown', (event: PointerEvent) => {
    lastInput = event.timeStamp;
    const target = targetOf(event);
    held = controlOf(target) ?? target;
    left = document.activeElement;
    arm(WATCH);
    for (let root = target.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
      observer.observe(root, EVERYTHING);
  });
  sink._on('click', (event: Event) => {
    lastInput = event.timeStamp;
    arm(WATCH);
  });
  sink._on('keydown', (event: Event) => {
    lastInput = event.timeStamp;
  });
  // Leaving a text field tells of its change; that is no answer to the click that took the focus away.
  sink._on('change', (event: Event) => !editable(event.target) && answer());
  const types = ANSWERS.split(' ');
  for (let i = 0; i < types.length; i++) sink._on(types[i]!, answer);
  // Clicking focuses the control itself; a focus that lands elsewhere is the page's doing.
  sink._on('focusin', (event: Event) => {
    const target = targetOf(event);
    if (held && target !== document.body && !within(target, held) && !within(held, target) && !nearest(held, 'label')) answer();
  });
  sink._on('focus', (event: Event) => event.target === window && answer());
  sink._on('blur', (event: Event) => event.target === window && answer());
  sink._on('navigate', answer, (window as { navigation?: EventTarget }).navigation);

  observer.observe(document, INVALID);
  const began = wall();
  const settle = () => {
    if (document.readyState === 'complete') sink._after(500, () => arm(LEARN));
    else if (wall() - began < 20_000) sink._after(1000, settle);
  };
  settle();
};
