import { type Listen, type Scope, call } from '../listen.ts';
import { each } from '../lists.ts';

/** What tells of a window's own life; a frame's says nothing about the page's. */
const LIFE = /^(page|popst|visib|online|focus$)/;

/** Hears in the window (returned) of a frame of the same origin what is heard in the page's own, with the page's clock. */
export function join({ _heard }: Listen, scope: Scope, element: HTMLIFrameElement): Window & typeof globalThis {
  const frame = element.contentWindow as Window & typeof globalThis;
  const ahead = (frame.performance?.timeOrigin ?? 0) - performance.timeOrigin;
  const known = _heard();
  each(Object.keys(known), (type) => {
    if (LIFE.test(type)) return;
    const relay = (event: Event) =>
      known[type]?._listener(
        new Proxy(event, {
          get(real, name) {
            // An error of the frame's script counts as the page's own.
            if (type === 'error' && name === 'target' && real.target === frame) return window;
            const value = real[name as keyof Event] as unknown;
            return name === 'timeStamp' ? real.timeStamp + ahead : typeof value === 'function' ? value.bind(real) : value;
          },
        }),
      );
    call(frame, 'addEventListener', type, relay);
    scope._undo(scope._guard(() => call(frame, 'removeEventListener', type, relay)));
  });
  return frame;
}
