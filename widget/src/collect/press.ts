import { Field, State } from '../schema.ts';
import { now, abs } from '../natives.ts';
import type { Collector, Press } from '../sink.ts';
import { controlOf, lookalikeOf, lookOf, madeForClicks, targetOf } from './controls.ts';

/** A pointer that travels farther than this between down and up drags, CSS px. */
const DRAG = 10;
/** A label's click is followed by one on its field, a disabled button's by one on its parent, within this time, ms. */
const ECHO = 30;

/** Turns clicks and taps into presses, and tells them once their first effects are known. */
export const presses: Collector = (sink) => {
  let down: PointerEvent | null = null;
  let downTarget: Element | null = null;
  let watched: Element | null = null;
  let look = 0;
  let last = -ECHO;

  const watch = (target: Element) => {
    watched = controlOf(target) ?? target;
    look = lookOf(watched);
  };
  const press = (event: MouseEvent, target: Element) => {
    const at = event.timeStamp;
    if (at - last < ECHO) return;
    last = at;
    const began = down && at - down.timeStamp < 5000 ? down : null;
    const dragged = began && abs(began.clientX - event.clientX) + abs(began.clientY - event.clientY) > DRAG;
    const control = controlOf(target);
    if (!began || !watched) watch(target);
    sink._add(Field.clicks);
    if (control) sink._add(Field.clicksOnControls);
    const told: Press = {
      _target: target,
      _control: control,
      _watched: watched!,
      _look: look,
      _at: began ? began.timeStamp : at,
      _x: event.clientX,
      _y: event.clientY,
      _touch: (event as PointerEvent).pointerType === 'touch',
      _honest: !!dragged || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey,
      _leaves: false,
    };
    sink._after(0, () => {
      const link = control?.closest('a[href],area[href]');
      told._control ??= lookalikeOf(target);
      told._honest ||= madeForClicks(target) || (!control && !getSelection()?.isCollapsed);
      told._leaves = !!link && !/^(#|javascript:|$)/.test(link.getAttribute('href')!) && !event.defaultPrevented;
      sink._tell('press', told);
    });
  };

  sink._on('pointerdown', (event: PointerEvent) => {
    if (event.button) return;
    down = event;
    downTarget = targetOf(event);
    watch(downTarget);
    sink._mark(State.dragging, Infinity);
    sink._active(event.timeStamp);
  });
  sink._on('pointerup', (event: PointerEvent) => {
    sink._mark(State.dragging, 0);
    // A disabled button gets no click, but it is exactly the dead end that visitors press again and again.
    const target = targetOf(event);
    if (!event.button && target === downTarget && target.closest(':disabled')) press(event, target);
  });
  const released = () => sink._mark(State.dragging, 0);
  sink._on('pointercancel', released);
  sink._on('dragend', released);
  sink._on('blur', (event) => event.target === window && released());
  sink._on('touchstart', () => sink._mark(State.dragging, now() + 5000));
  sink._on('touchend', released);
  // detail 0: keyboard, switch or screen reader. Those repeat by nature and never count.
  sink._on('click', (event: MouseEvent) => {
    if (!event.button && event.detail) press(event, targetOf(event));
  });
};
