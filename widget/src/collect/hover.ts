import { min } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { By, type Collector } from '../sink.ts';
import { createUsual } from '../usual.ts';
import { controlOf, editable, within } from './controls.ts';

/** A hover above both is hesitation: this long, ms, and this many times the visitor's own usual hover. */
const LONG = 3000;
const TIMES_USUAL = 4;
/** The usual is known after so many hovers. */
const KNOWN = 8;
/** Longer hovers are a visitor who left, ms. */
const LEFT = 10_000;

/** Time between reaching a control and pressing it, against what this visitor usually takes. */
export const hover: Collector = (sink) => {
  const usual = createUsual(sink._device, 'hover');
  let under: Element | null = null; // the very element under the cursor
  let over: Element | null = null; // the control it belongs to
  let since = 0;
  sink._on('pointermove', (event: PointerEvent) => {
    const target = event.target as Element;
    if (target === under) return;
    under = target;
    const control = controlOf(target) ?? target;
    if (control === over) return;
    over = control;
    since = event.timeStamp;
  });
  sink._hear('press', ({ _control, _by, _at }) => {
    if (!_control || _by !== By.mouse || editable(_control) || !within(over, _control)) return;
    const hovered = min(_at - since, LEFT);
    under = over = null; // the next press on it needs a new approach
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
