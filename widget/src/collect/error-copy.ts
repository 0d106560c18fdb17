import { SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';
import { errorTextOf } from './controls.ts';

/** The visitor copies an error message, perhaps to ask somebody. The text itself is never read. */
export const errorCopy: Collector = (sink) => {
  sink._on('copy', () => {
    const node = getSelection()?.anchorNode ?? null;
    const message = errorTextOf(node instanceof Element ? node : (node?.parentElement ?? null));
    if (message) sink._signal(SignalKind.error_copy, message, 1);
  });
};
