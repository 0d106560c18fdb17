import { min, now } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { createUsual } from '../usual.ts';
import { editable, within } from './controls.ts';

/** Elements under the cursor remembered, to find when the pressed control was reached. */
const TRAIL = 8;
/** A hover above both is hesitation: this long, ms, and this many times the visitor's own usual hover. */
const LONG = 3000;
const TIMES_USUAL = 4;
/** The usual is known after so many hovers. */
const KNOWN = 8;
/** Longer hovers are a visitor who left, ms. */
const LEFT = 10_000;

/** Time between reaching a control and pressing it, against what this visitor usually takes. */
export const hover: Collector = (sink) => {
  const elements: (Element | null)[] = [];
  const times = new Float64Array(TRAIL);
  const usual = createUsual(sink._device, 'hover');
  let count = 0;
  let current: EventTarget | null = null;
  let lastMove = 0;
  sink._on('pointermove', (event: PointerEvent) => {
    const { target } = event;
    lastMove = event.timeStamp;
    if (target === current) return;
    current = target;
    elements[count % TRAIL] = target as Element;
    times[count++ % TRAIL] = event.timeStamp;
  });
  sink._hear('press', (press) => {
    const control = press._control;
    if (!control || press._touch || editable(control)) return;
    let reached = -1;
    for (let i = count - 1; i >= 0 && i >= count - TRAIL; i--) {
      if (!within(elements[i % TRAIL]!, control)) break;
      reached = times[i % TRAIL]!;
    }
    count = 0; // the next press on it needs a new approach
    current = null;
    if (reached < 0) return;
    const hovered = min(press._at - reached, LEFT);
    if (hovered < 0) return;
    const cs = hovered / 10;
    sink._add(Field.hovers);
    sink._add(Field.hoverCs, cs);
    sink._add(Field.hoverCsSquared, (cs * cs) / 16);
    const median = usual._median();
    if (hovered < LEFT && hovered >= LONG && usual._count() >= KNOWN && hovered > TIMES_USUAL * median && now() - lastMove < LEFT)
      sink._signal(SignalKind.hesitation, control, hovered / 100);
    usual._learn(hovered);
  });
  sink._undo(() => usual._keep());
  sink._on('pagehide', () => usual._keep());
};
