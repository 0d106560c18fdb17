import { min } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { By, type Collector, Topic } from '../sink.ts';
import { createUsual } from '../usual.ts';
import { editable, within } from './controls.ts';

/** A hover above both is hesitation: this long, ms, and this many times the visitor's own usual hover. */
const LONG = 3000;
const TIMES_USUAL = 4;
/** The usual is known after so many hovers. */
const KNOWN = 8;
/** Longer hovers are a visitor who left, ms. */
const LEFT = 10_000;
/** So many elements that the cursor came upon last are remembered. */
const TRAIL = 8;

/** Time between reaching a control and pressing it, against what this visitor usually takes. */
export const hover: Collector = (sink) => {
  const usual = createUsual(sink._device, 'hover');
  let under: EventTarget | null = null;
  const trail: [element: Element, since: number][] = [];
  let next = 0;
  // On the hot path: which control an element belongs to is asked only when something is pressed.
  sink._on('pointermove', ({ target, timeStamp }: PointerEvent) => {
    if (target === under) return;
    under = target;
    trail[next++ % TRAIL] = [target as Element, timeStamp];
  });
  sink._hear(Topic.press, ({ _control, _by, _at }) => {
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
    if (hovered >= LONG && hovered < LEFT && usual._count() >= KNOWN && hovered > TIMES_USUAL * usual._median())
      sink._signal(SignalKind.hesitation, _control, hovered / 100);
    usual._learn(hovered);
  });
  sink._on('pagehide', usual._keep);
  sink._undo(usual._keep);
};
