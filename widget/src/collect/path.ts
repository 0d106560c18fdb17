import { max, min } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { By, type Collector, Topic } from '../sink.ts';
import { createUsual } from '../usual.ts';
import { editable, within } from './controls.ts';
import { often, turner } from './often.ts';

/** Moves are only noted as they come, and reckoned with so many at a time: a loop over many costs far less than many calls. */
const BATCH = 32;

/** Activity is counted in tenths of a second: finer than this it need not be told, ms. */
const FINE = 50;

/** So many turns on one axis within SPAN ms shake the cursor. */
const TURNS = 20;
const SPAN = 2000;
/** A turn must come back at least this far, CSS px: a tremor stays below. */
const LEG = 12;

/** A rest between two moves counts as a pause from … to …, ms. */
const PAUSE = 100;
const AWAY = 1000;

/** A hover above both is hesitation: this long, ms, and this many times what is usual for this visitor and on this page. */
const LONG = 3000;
const TIMES_USUAL = 4;
/** The usual is known after so many hovers. */
const KNOWN = 8;
/** Longer hovers are a visitor who left, ms. */
const LEFT = 10_000;
/** So many elements that the cursor came upon last are remembered. */
const TRAIL = 8;

/**
 * The cursor: shaken to and fro, or resting on a control before the press, against what this visitor and page usually take. With
 * `counted`, channel `pointer`: how it moved, as counts and lengths a second; never where.
 */
export const path =
  (counted: boolean): Collector =>
  (sink) => {
    let noted: PointerEvent[] = [];
    let count = 0;
    let under: EventTarget | null = null;
    const trail: [element: Element, since: number][] = [];
    let next = 0;

    const turnsX = turner(LEG);
    const turnsY = turner(LEG);
    const oftenX = often(TURNS, SPAN);
    const oftenY = often(TURNS, SPAN);
    let x = 0;
    let y = 0;
    let last = -AWAY;
    let active = -AWAY;
    let signX = 0;
    let signY = 0;
    const settle = () => {
      const list = noted;
      let moves = 0;
      let length = 0;
      let pauses = 0;
      let reversals = 0;
      noted = [];
      count = 0;
      for (let i = 0; i < list.length; i++) {
        const event = list[i]!;
        const { isTrusted, target, timeStamp: at, buttons: held, clientX, clientY } = event;
        if (!isTrusted) continue;
        if (target !== under) {
          under = target;
          trail[next++ % TRAIL] = [target as Element, at]; // which control it belongs to is asked when something is pressed
        }
        if (held && event.pointerType === 'touch') continue;
        const dx = clientX - x;
        const dy = clientY - y;
        const rest = at - last;
        x += dx;
        y += dy;
        last = at;
        if (at - active >= FINE) sink._active((active = at));
        const shaken = (turnsX(x) && oftenX(at)) || (turnsY(y) && oftenY(at));
        if (shaken && !held) sink._signal(SignalKind.thrash, null, TURNS);
        moves++;
        if (rest >= AWAY) continue;
        length += Math.sqrt(dx * dx + dy * dy) / 10;
        if (rest >= PAUSE) pauses++;
        if (held) continue;
        if (dx * signX < 0) reversals++;
        if (dy * signY < 0) reversals++;
        if (dx) signX = dx;
        if (dy) signY = dy;
      }
      if (!counted) return;
      sink._add(Field.moves, moves);
      sink._add(Field.pathPx, length);
      sink._add(Field.pauses, pauses);
      sink._add(Field.reversals, reversals);
    };
    sink._gather(settle);

    const usual = createUsual(sink._device, 'hover');
    let here = createUsual(sink._visit, 'hover'); // what is usual on this page
    const keep = () => {
      usual._keep();
      here._keep();
    };
    sink._hear(Topic.enter, ({ _page }) => {
      keep();
      here = createUsual(sink._visit, `hover ${_page}`);
    });
    // The event itself is noted: what it says is asked in one go, which costs far less than a little with each move.
    const look = sink._guard(settle);
    sink._note('pointermove', (event: PointerEvent) => {
      noted[count++] = event;
      if (count < 2) event.isTrusted && sink._active(event.timeStamp);
      else if (count === BATCH) look();
    });
    sink._hear(Topic.press, ({ _control, _by, _at }) => {
      settle();
      if (!_control || _by !== By.mouse || editable(_control)) return;
      let since = LEFT + _at;
      for (let i = next; i && next - i < TRAIL && within(trail[(i - 1) % TRAIL]![0], _control); i--) since = trail[(i - 1) % TRAIL]![1];
      next = 0; // the next press on it needs a new approach
      under = null;
      if (since > _at) return;
      const hovered = min(_at - since, LEFT);
      const cs = hovered / 10;
      sink._add(Field.hovers);
      sink._add(Field.hoverCs, cs);
      sink._add(Field.hoverCsSquared, (cs * cs) / 16);
      if (hovered >= LONG && hovered < LEFT && usual._count() >= KNOWN && hovered > TIMES_USUAL * max(usual._median(), here._median()))
        sink._signal(SignalKind.hesitation, _control, hovered / 100);
      usual._learn(hovered);
      here._learn(hovered);
    });
    sink._on('pagehide', keep);
    sink._undo(keep);
  };
