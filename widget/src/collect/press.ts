import { each } from '../lists.ts';
import { abs, now } from '../natives.ts';
import { Field, State } from '../schema.ts';
import type { Collector, Press } from '../sink.ts';
import { climb, controlOf, lookalikeOf, lookOf, madeForClicks, targetOf } from './controls.ts';

/** A pointer that travels farther than this between down and up drags, CSS px. */
const DRAG = 10;
/** A touch may last this long without word from the browser, ms. */
const TOUCH = 5000;

/** Turns clicks and taps into presses, and tells them once their first effects are known. */
export const presses: Collector = (sink) => {
  let down: Press | null = null;

  const press = (event: PointerEvent) => {
    const told = down;
    down = null; // the click that a label passes on to its field has no press of its own
    if (!told) return;
    const { _target, _control } = told;
    sink._add(Field.clicks);
    if (_control) sink._add(Field.clicksOnControls);
    sink._after(0, () => {
      const forced = climb(_target, (at) => at.hasAttribute('data-rapport-signal'));
      const link = climb(_target, (at) => at.hasAttribute('href'));
      told._control ??= lookalikeOf(_target) ?? forced;
      told._honest =
        abs(told._x - event.clientX) + abs(told._y - event.clientY) > DRAG ||
        event.ctrlKey || event.metaKey || event.shiftKey || event.altKey ||
        (!forced && (madeForClicks(_target) || !(_control || getSelection()!.isCollapsed)));
      told._leaves = !!link && !/^(#|javascript:|$)/.test(link.getAttribute('href')!) && !event.defaultPrevented;
      sink._tell('press', told);
    });
  };
  const released = () => sink._mark(State.dragging, 0);

  sink._on('pointerdown', (event: PointerEvent) => {
    const { timeStamp, clientX, clientY, pointerType } = event;
    const target = targetOf(event);
    const control = controlOf(target);
    const watched = control ?? target;
    sink._active(timeStamp);
    sink._mark(State.dragging, pointerType === 'touch' ? now() + TOUCH : Infinity);
    down = event.button ? null : {
      _target: target,
      _control: control,
      _watched: watched,
      _look: lookOf(watched),
      _at: timeStamp,
      _x: clientX,
      _y: clientY,
      _touch: pointerType === 'touch',
      _honest: false,
      _leaves: false,
    };
  });
  sink._on('pointerup', (event: PointerEvent) => {
    released();
    // A disabled button gets no click, but it is exactly the dead end that visitors press again and again.
    if (down?._target.closest(':disabled')) press(event);
  });
  each(['dragend', 'touchend', 'touchcancel'], (type) => sink._on(type, released));
  sink._on('pointercancel', (event: PointerEvent) => event.pointerType === 'touch' || released());
  sink._on('blur', (event: Event) => event.target === window && released());
  // detail 0: keyboard, switch or screen reader. Those repeat by nature and never count.
  sink._on('click', (event: PointerEvent) => !event.button && event.detail && press(event));
};
