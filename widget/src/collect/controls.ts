// What elements are to a visitor, told by tag, type and role alone: the same in every language. No layout is read here.

import { each, keep } from '../lists.ts';

const EDITING = ',[contenteditable]:not([contenteditable=false])';
/** Selectors in which `|slider` stands for the role. */
const withRoles = (selectors: string) => selectors.replace(/\|(\w+)/g, ',[role=$1]') + EDITING;
/** Elements that promise to do something when they are clicked. */
const CONTROLS = /* @__PURE__ */ withRoles(
  'a[href],area,button,input,select,textarea,summary,label,option,[onclick],[role$=button],[role$=box],[role^=menuitem]|link|switch|tab|option|treeitem|radio|slider',
);
/** Made for many or silent clicks: value fields, sliders, steppers, tabs, grids, lists, media, drawings, downloads, new tabs. */
const BUSY = /* @__PURE__ */ withRoles(
  'input:not([type=button],[type=submit],[type=reset],[type=image]),textarea,select,option,video,audio,canvas,embed,object,iframe:not([data-rapport-frame]),[aria-roledescription],a[download],a[target]:not([target=""],[target=_self]),[role$=box]:not([role=checkbox])|radio|slider|spinbutton|scrollbar|tablist|grid|application',
);
const OTHER_TYPES = /^(button|submit|reset|image|checkbox|radio|range|color|file)$/;
/** More children than these are only counted. */
const MANY = 20;

/** What `element`'s tree hangs on: the host of its shadow root, or its frame; null in the page itself and in loose pieces. */
export const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode() as { host?: Element; defaultView?: Window | null };
  if (root === document) return null;
  const { host, defaultView } = root;
  return (host?.nodeType ? host : defaultView?.frameElement) ?? null;
};

/** `element` or its nearest ancestor that matches `selector`, across shadow roots. */
export const near = (element: Element | null, selector: string): Element | null => {
  for (let at = element; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
};

/** True when `inner` is or lies in `outer`, across shadow roots. */
export const within = (inner: Element | null, outer: Element): boolean => {
  for (let at = inner; at; at = hostOf(at)) if (outer.contains(at)) return true;
  return false;
};

/** The control that `element` is or belongs to. */
export const controlOf = (element: Element): Element | null => near(element, CONTROLS);

/** The key asked about last, and the answer. */
let key: KeyboardEvent | null = null;
let pressing = false;

/** True for the keys that press a control; not while one is held down. */
export const pressesKey = (event: KeyboardEvent): boolean => {
  if (event !== key) pressing = /^(Enter| )$/.test((key = event).key) && !event.repeat;
  return pressing;
};

/** True when a control lies at a point, under whatever else. Reads layout: call it outside event handlers. */
export const controlUnder = (page: Document, x: number, y: number): boolean => !!keep(page.elementsFromPoint(x, y), controlOf).length;

/** The outermost ancestor that shows the hand cursor. Reads styles: call it outside event handlers. */
export const lookalikeOf = (element: Element): Element | null => {
  let outermost: Element | null = null;
  for (let at: Element | null = element; at && at.isConnected && at !== document.body; at = at.parentElement ?? hostOf(at)) {
    if (getComputedStyle(at).cursor !== 'pointer') break;
    outermost = at;
  }
  return outermost;
};

/** True for widgets made for many or silent clicks, and for links to downloads and new tabs. */
export const madeForClicks = (element: Element): boolean => {
  const label = near(element, 'label') as HTMLLabelElement | null;
  return !!(near(element, BUSY) ?? label?.control?.matches(BUSY));
};

/** What was asked last, and the answer: one key press asks many times. */
let asked: EventTarget | null = null;
let answer = false;

/** True for a field that one types into. */
export const editable = (target: EventTarget | null): target is HTMLElement => {
  if (target === asked) return answer;
  asked = target;
  const { localName, type } = target as HTMLInputElement;
  return (answer =
    localName === 'textarea' || (localName === 'input' ? !OTHER_TYPES.test(type) : !!(target as Element).closest && !!near(target as Element, EDITING.slice(1))));
};

/** True for any form control that holds a value. */
export const isField = (target: EventTarget | null): target is HTMLInputElement =>
  editable(target) || /^(input|select|textarea)$/.test((target as Element).localName);

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
