import { near } from '../collect/controls.ts';
import { each } from '../lists.ts';

/** Text that a page shows about an error: by role, or by the usual class names and ids. */
const ERROR_TEXT = '[role=alert],[role=alertdialog],[aria-live=assertive],[class*=error i],[class*=invalid i],[id*=error i]';

/** The error message that `node` belongs to: by its own marks, or because an invalid field points to it. */
export const errorTextOf = (node: Node | null): Element | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  let found = near(element, ERROR_TEXT);
  each(document.querySelectorAll('[aria-errormessage],[aria-invalid=true][aria-describedby]'), (field) =>
    each(`${field.getAttribute('aria-errormessage')} ${field.getAttribute('aria-describedby')}`.split(' '), (id) => {
      const message = document.getElementById(id);
      if (message?.contains(element)) found ??= message;
    }),
  );
  return found;
};
