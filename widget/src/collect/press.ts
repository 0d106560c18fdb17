import { each } from '../lists.ts';
import { abs, now } from '../natives.ts';
import { Field, State } from '../schema.ts';
import { By, type Collector, type Press, Topic } from '../sink.ts';
import { controlOf, controlUnder, editable, lookalikeOf, lookOf, madeForClicks, near, pressesKey } from './controls.ts';

/** A pointer that travels farther than this between down and up drags, CSS px. */
const DRAG = 10;
/** A touch may last this long without word from the browser, ms. */
const TOUCH = 5000;
/** Keys pressed faster than this repeat by nature, ms. */
const REPEAT = 250;

/** Turns clicks, taps and pressed keys into presses, and tells them once their first effects are known. */
export const presses: Collector = (sink) => {
  let down: Press | null = null;
  let lastKey = -REPEAT;

  const begin = ({ clientX, clientY }: PointerEvent, at: number, target: Element, by: By): Press => {
    const control = controlOf(target);
    const watched = control ?? target;
    sink._active(at);
    return {
      _target: target,
      _control: control,
      _watched: watched,
      _look: lookOf(watched),
      _at: at,
      _x: clientX,
      _y: clientY,
      _by: by,
      _honest: false,
      _leaves: false,
    };
  };
  const press = (event: PointerEvent) => {
    const told = down;
    down = null; // the click that a label passes on to its field has no press of its own
    if (!told) return;
    const { _target, _control, _at, _x, _y } = told;
    const keys = told._by === By.keys;
    if (keys) {
      told._honest = _at - lastKey < REPEAT;
      lastKey = _at;
    } else {
      told._honest = abs(_x - event.clientX) + abs(_y - event.clientY) > DRAG;
      sink._add(Field.clicks);
      if (_control) sink._add(Field.clicksOnControls);
    }
    sink._after(0, () => {
      const forced = near(_target, '[data-rapport-signal]');
      const link = near(_target, '[href]');
      told._control ??= lookalikeOf(_target) ?? forced;
      told._honest ||=
        event.ctrlKey || event.metaKey || event.shiftKey || event.altKey ||
        (!forced && (madeForClicks(_target) || !(_control || getSelection()!.isCollapsed)));
      told._leaves = !!link && !/^(#?$|javascript:)/.test(link.getAttribute('href')!) && !event.defaultPrevented;
      const page = _target.ownerDocument;
      if (told._control || !controlUnder(page, _x, _y)) sink._tell(Topic.press, told);
      else
        sink._rarely((rare) => {
          told._control = rare && rare._coveredAt(page, _x, _y);
          sink._tell(Topic.press, told);
        });
    });
  };
  const released = () => sink._mark(State.dragging, 0);

  sink._on('pointerdown', (event: PointerEvent, at, target) => {
    const touch = event.pointerType === 'touch';
    sink._mark(State.dragging, touch ? now() + TOUCH : Infinity);
    down = event.button ? null : begin(event, at, target, touch ? By.touch : By.mouse);
  });
  sink._on('pointerup', (event: PointerEvent) => {
    released();
    // A disabled button gets no click, but it is exactly the dead end that visitors press again and again.
    if (down?._target.closest(':disabled')) press(event);
  });
  each(['dragend', 'touchend', 'touchcancel'], (type) => sink._on(type, released));
  sink._on('pointercancel', (event: PointerEvent) => event.pointerType === 'touch' || released());
  sink._on('blur', (event: Event) => event.target === window && released());
  sink._on('keydown', (event, at, target) => {
    down = pressesKey(event) && !editable(target) ? begin(event, at, target, By.keys) : null;
  });
  // detail 0: a key, when one went down on this very element; else a switch or screen reader, which never count.
  sink._on('click', (event: PointerEvent, _, target) => {
    const keys = down?._by === By.keys;
    if (!event.button && (event.detail ? !keys : keys && down!._target === target)) press(event);
  });
};
