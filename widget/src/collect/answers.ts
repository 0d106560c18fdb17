import { each } from '../lists.ts';
import { now, Observer } from '../natives.ts';
import { isOurs } from '../ours.ts';
import { type Collector, Topic } from '../sink.ts';
import { controlOf, editable, hostOf, pressesKey, shown, within } from './controls.ts';

/** How long after a press the page is watched, ms: a dead click is confirmed at 1 200. */
const WATCH = 1300;
/** Changes this long after the last input are the page's own doing, ms. */
const QUIET = 1200;
/** What a visitor waits for is watched this long, ms: a slow answer is told after four seconds. */
const WAIT = 4200;
/** When, after the start, the page's own doing is learned, and for how long, ms: long enough to see a clock tick. */
const SETTLED = 4000;
const LEARN = 3200;
/** Two changes of one node this far apart, both in quiet, make it noise, ms. */
const APART = 200;
/** At most so many changes of one batch are looked at: a storm costs no more than this. */
const LOOK_AT = 200;

const INVALID = 'aria-invalid';
const FAILURES: MutationObserverInit = { subtree: true, attributeFilter: [INVALID] };
const EVERYTHING: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true };
/** Attributes in which scripts keep notes that nobody sees. */
const NOTES = /^data-(?!state)/;
/** Events by which a page or the browser answers a click without changing the document. */
const ANSWERS = ['scroll', 'input', 'toggle', 'invalid', 'play', 'pause', 'seeked', 'beforeprint', 'copy'];

/**
 * Tells when the page visibly answers: one observer in two gears (all changes for a moment after a press, otherwise only
 * failed fields), with the page's own tickers, feeds and animations learned and left out.
 */
export const answers: Collector = (sink) => {
  let armed = false;
  let quietFrom = 0; // changes after this page time are the page's own doing
  let held: Element | null = null; // what the press is on
  let left: Element | null = null; // what had the focus when it began
  let restAt = 0; // page time at which the observer goes back to its first gear
  let resting = false; // a timer for that is under way
  const quietChange = new WeakMap<Node, number>();

  const answer = (_?: unknown, at = now()) => sink._tell(Topic.answer, at);

  /** True for a change that says nothing: noise, notes, ours, or the dress of what is pressed or loses the focus. */
  const idle = ({ type, attributeName, addedNodes, removedNodes }: MutationRecord, node: Node): boolean => {
    const dress = attributeName === 'class' || attributeName === 'style';
    if (NOTES.test(`${attributeName}`) || quietChange.get(node) === 0) return true;
    if (dress && node.contains(left) && left !== document.body) return true;
    return !!held?.contains(node) && (dress || (type === 'childList' && !shown(addedNodes) && !shown(removedNodes)));
  };
  const observer = new Observer(
    sink._guard((records: MutationRecord[]) => {
      const at = now();
      const quiet = at > quietFrom;
      let answered = false;
      each(records, (record, i) => {
        const { target, attributeName } = record;
        const node = record.type === 'characterData' ? target.parentNode! : target;
        if (attributeName === INVALID && !/^(false)?$/.test((node as Element).getAttribute(INVALID) ?? ''))
          sink._tell(Topic.invalid, node as Element);
        if (armed && !idle(record, node) && !isOurs(record)) {
          const before = quietChange.get(node);
          if (!quiet) answered = true;
          else if (before && at - before > APART) quietChange.set(node, 0);
          else if (!before) quietChange.set(node, at);
        }
        return answered || i > LOOK_AT;
      });
      if (answered) answer();
    }),
  );
  sink._undo(() => observer.disconnect());

  const rest = () => {
    armed = false;
    observer.disconnect();
    observer.observe(document, FAILURES);
  };
  const look = () => {
    const left = restAt - now();
    resting = left > 0;
    if (resting) sink._after(left, look);
    else rest();
  };
  const arm = (ms: number, quietAfter: number) => {
    const at = now();
    quietFrom = at + quietAfter;
    restAt = at + ms;
    if (!armed) observer.observe(document, EVERYTHING);
    armed = true;
    if (!resting) look();
  };
  const press = (target: Element) => {
    held = controlOf(target) ?? target;
    left = document.activeElement;
    arm(WATCH, QUIET);
    for (let inside = hostOf(target), at: Element = target; inside; at = inside, inside = hostOf(at)) observer.observe(at.getRootNode(), EVERYTHING);
  };
  sink._on('pointerdown', (_, _at, target) => press(target));
  sink._on('click', () => arm(WATCH, QUIET));
  sink._on('keydown', (event, at, target) => {
    if (pressesKey(event) && !editable(target)) press(target);
    quietFrom = at + QUIET;
  });
  // A request that an input started may be answered late.
  sink._hear(Topic.request, (at) => {
    if (at < quietFrom) arm(WAIT, WAIT);
  });
  each(ANSWERS, (type) => sink._on(type, answer));
  // A form that the browser sends leaves the page; one that a script swallows has not answered yet.
  sink._on('submit', (event) => sink._after(0, () => event.defaultPrevented || answer()));
  // Leaving a text field tells of its change; that is no answer to the click that took the focus away.
  sink._on('change', (_, at, target) => editable(target) || answer(0, at));
  // Clicking focuses the control itself; a focus that lands elsewhere is the page's doing.
  sink._on('focusin', (_, _at, target) => {
    if (held && !within(target, held) && !within(held, target) && held.localName !== 'label') answer();
  });
  each(['focus', 'blur'], (type) => sink._on(type, (event) => event.target === window && answer()));
  sink._on('navigate', ({ hashChange }: { hashChange?: boolean }) => hashChange || answer(), (window as { navigation?: EventTarget }).navigation ?? null);

  rest();
  sink._after(SETTLED, () => arm(LEARN, 0));
};
