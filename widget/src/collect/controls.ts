// What elements are to a visitor, told by tag, type and role alone: the same in every language. No layout is read here.

import { each, keep } from '../lists.ts';

/** Elements that promise to do something when they are clicked. */
const CONTROL_TAGS = /^(a|area|button|input|select|textarea|summary|label|option)$/;
const CONTROL_ROLES = /^(button|link|checkbox|switch|tab|option|treeitem|menuitem\w*|radio|slider|\w+b(ox|utton))$/;
/** Widgets made for many or silent clicks: value fields, sliders, steppers, tabs, grids, lists, media, drawings. */
const BUSY_TAGS = /^(textarea|select|option|video|audio|canvas|embed|object|iframe)$/;
const BUSY_ROLES = /^(radio|slider|spinbutton|(combo|text|search|list)box|scrollbar|tablist|grid|application)$/;
const BUTTON_TYPES = /^(button|submit|reset|image)$/;
const OTHER_TYPES = /^(button|submit|reset|image|checkbox|radio|range|color|file)$/;
/** More children than these are only counted. */
const MANY = 20;
/** Text that a page shows about an error: by role, or by the usual class names and ids. */
const ERROR_TEXT = '[role=alert],[role=alertdialog],[aria-live=assertive],[class*=error i],[class*=invalid i],[id*=error i]';

/** The innermost element an event was meant for, inside open shadow roots too. */
export const targetOf = (event: Event): Element => {
  const target = event.target as Element;
  return target.shadowRoot ? (event.composedPath()[0] as Element) : target;
};

/** The parent of `element`, or the host of its shadow root. */
const above = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** So many steps up and no more: a form's field named `parentElement` would make it a circle. */
const DEEP = 200;

/** `element` or its nearest ancestor that passes `test`, across shadow roots. */
export const climb = (element: Element | null, test: (at: Element) => unknown): Element | null => {
  for (let at = element, left = DEEP; at && at.localName && left--; at = above(at)) if (test(at)) return at;
  return null;
};

/** True when `inner` is or lies in `outer`, across shadow roots. */
export const within = (inner: Element | null, outer: Element): boolean => !!climb(inner, (at) => at === outer);

const roleOf = (element: Element) => element.getAttribute('role') ?? '';

/** The control that `element` is or belongs to. */
export const controlOf = (element: Element): Element | null =>
  climb(
    element,
    (at) =>
      CONTROL_ROLES.test(roleOf(at)) ||
      (CONTROL_TAGS.test(at.localName) && (at.localName[0] !== 'a' || at.hasAttribute('href'))) ||
      at.hasAttribute('onclick') ||
      (at as HTMLElement).isContentEditable,
  );

/** True for the keys that press a control; not while one is held down. */
export const pressesKey = ({ key, repeat }: KeyboardEvent): boolean => !repeat && (key === 'Enter' || key === ' ');

/** The control that is seen at a point although clear layers lie above it. Reads layout: call it outside event handlers. */
export const coveredAt = (x: number, y: number): Element | null => {
  let covered: Element | null = null;
  each(document.elementsFromPoint(x, y), (at) => {
    covered = controlOf(at);
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    const clear = /^(transparent|.*, 0\))$/.test(backgroundColor) && backgroundImage === 'none' && !at.textContent!.trim();
    return !!covered || !(clear || opacity === '0') || /^(img|svg|video|canvas|iframe)$/.test(at.localName);
  });
  return covered;
};

/** The outermost ancestor that shows the hand cursor. Reads styles: call it outside event handlers. */
export const lookalikeOf = (element: Element): Element | null => {
  let outermost: Element | null = null;
  climb(element, (at) => {
    const points = at !== document.body && at.isConnected && getComputedStyle(at).cursor === 'pointer';
    if (points) outermost = at;
    return !points;
  });
  return outermost;
};

/** True for widgets made for many or silent clicks, and for links to downloads and new tabs. */
export const madeForClicks = (element: Element): boolean =>
  !!climb(element, (at) => {
    const { type, target, control } = at as HTMLInputElement & HTMLAnchorElement & HTMLLabelElement;
    const tag = at.localName;
    return (
      BUSY_TAGS.test(tag) ||
      BUSY_ROLES.test(roleOf(at)) ||
      at.hasAttribute('aria-roledescription') ||
      (tag === 'input' && !BUTTON_TYPES.test(type)) ||
      (tag === 'a' && (at.hasAttribute('download') || (target && target !== '_self'))) ||
      (tag === 'label' && control && control !== at && madeForClicks(control)) ||
      (at as HTMLElement).isContentEditable
    );
  });

/** The error message that `element` belongs to: by its own marks, or because an invalid field points to it. */
export const errorTextOf = (element: Element | null): Element | null =>
  climb(element, (at) => {
    const id = /^[\w-]+$/.exec(at.id);
    return (
      at.matches(ERROR_TEXT) ||
      (id && document.querySelector(`[aria-errormessage~="${id[0]}"],[aria-invalid=true][aria-describedby~="${id[0]}"]`))
    );
  });

/** True for a field that one types into. */
export const editable = (target: EventTarget | null): target is HTMLElement => {
  const { localName, type, isContentEditable } = target as HTMLInputElement;
  return localName === 'textarea' || (localName === 'input' && !OTHER_TYPES.test(type)) || isContentEditable === true;
};

/** True for any form control that holds a value. */
export const isField = (target: EventTarget | null): target is HTMLInputElement =>
  /^(input|select|textarea)$/.test((target as Element).localName) || editable(target);

/** How many of `nodes` say or show something: a ripple or a pressed look does not. */
export const shown = (nodes: ArrayLike<Node>): number =>
  keep(nodes as ArrayLike<Element>, (node) => node.childElementCount || /^(img|svg|input)$/.test(node.localName) || node.textContent!.trim())
    .length;

/**
 * What a control and the values around it look like, as one number: class, style, number of children, and the values of
 * fields in its widget. Values are folded at once and never kept.
 */
export const lookOf = (control: Element): number => {
  let hash = 7;
  const fold = (word: unknown) => {
    const text = `${word};`;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  };
  fold(control.getAttribute('class'));
  fold(control.getAttribute('style'));
  fold(control.childElementCount > MANY ? control.childElementCount : shown(control.children));
  let around = control;
  for (let up = 3; up-- && around.parentElement && around.parentElement !== document.body; ) around = around.parentElement;
  const fields = around.querySelectorAll<HTMLInputElement>('input,select,textarea,progress,meter,output');
  each(fields, (field, i) => {
    fold(field.value + field.checked);
    return i > 10;
  });
  return hash;
};
