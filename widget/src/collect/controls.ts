/** Elements that promise to do something when they are clicked. */
const CONTROL =
  'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,label,option,[onclick],' +
  '[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option],[role=menuitem],' +
  '[role=menuitemcheckbox],[role=menuitemradio],[role=treeitem],[role=slider],[role=spinbutton],[role=combobox],' +
  '[role=textbox],[role=searchbox],[contenteditable]:not([contenteditable=false])';

/**
 * Widgets made for many or silent clicks, told by role and type alone, so in any language: text and value fields, sliders,
 * steppers, tabs, grids, lists, carousels, media, drawings, embedded pages.
 */
const MADE_FOR_CLICKS =
  'input:not([type=button]):not([type=submit]):not([type=reset]):not([type=image]),textarea,select,option,' +
  '[contenteditable]:not([contenteditable=false]),[role=spinbutton],[role=slider],[role=scrollbar],[role=tablist],' +
  '[role=grid],[role=listbox],[role=application],[role=textbox],[role=searchbox],[role=combobox],[role=radio],' +
  '[aria-roledescription],video,audio,canvas,embed,object,iframe';

/** Links that the browser answers without a trace on this page: downloads and new tabs. */
const LEAVES_A_TAB = 'a[download],a[target]:not([target=""]):not([target=_self]):not([target=_top]):not([target=_parent])';

/** Text that a page shows about an error: by role, by its link from an invalid field, or by the usual class names. */
const ERROR_TEXT =
  '[role=alert],[role=alertdialog],[aria-live=assertive],[class*=error i],[class*=invalid i],[class*=danger i],[id*=error i]';

/** The innermost element an event was meant for, inside open shadow roots too. */
export const targetOf = (event: Event): Element => {
  const target = event.target as Element;
  return target.shadowRoot ? (event.composedPath()[0] as Element) : target;
};

/** `element` or its nearest ancestor that matches, across shadow roots. */
export const nearest = (element: Element | null, selector: string): Element | null => {
  for (let at = element; at && at.closest; at = (at.getRootNode() as ShadowRoot).host ?? null) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
};

/** True when `inner` lies in `outer`, across shadow roots. */
export const within = (inner: Element | null, outer: Element): boolean => {
  for (let at = inner; at && at.getRootNode; at = (at.getRootNode() as ShadowRoot).host ?? null)
    if (outer.contains(at)) return true;
  return false;
};

export const controlOf = (element: Element): Element | null => nearest(element, CONTROL);

/** The outermost ancestor that shows the hand cursor. Reads styles: call it outside event handlers. */
export const lookalikeOf = (element: Element): Element | null => {
  const points = (at: Element) => getComputedStyle(at).cursor === 'pointer';
  if (!element.isConnected || !points(element)) return null;
  let outermost = element;
  for (let up = element.parentElement; up && up !== document.body && points(up); up = up.parentElement) outermost = up;
  return outermost;
};

export const madeForClicks = (element: Element): boolean => {
  const label = nearest(element, 'label') as HTMLLabelElement | null;
  return !!nearest(element, `${MADE_FOR_CLICKS},${LEAVES_A_TAB}`) || !!(label && label.control?.matches(MADE_FOR_CLICKS));
};

export const errorTextOf = (element: Element | null): Element | null => {
  const named = nearest(element, ERROR_TEXT);
  if (named || !element) return named;
  const holder = nearest(element, '[id]');
  const { id } = holder ?? { id: '' };
  if (!id || /["\\\s]/.test(id)) return null;
  const field = document.querySelector(
    `[aria-invalid]:not([aria-invalid=false])[aria-describedby~="${id}"],[aria-errormessage~="${id}"]`,
  );
  return field && holder;
};

const TEXT_TYPES = /^(text|search|email|url|tel|password|number|date|time|month|week|datetime-local|)$/;

/** True for a field that one types into. */
export const editable = (target: EventTarget | null): target is HTMLElement => {
  const element = target as HTMLInputElement | null;
  return (
    !!element &&
    (element.localName === 'textarea' ||
      (element.localName === 'input' && TEXT_TYPES.test(element.type)) ||
      element.isContentEditable === true)
  );
};

/** True for any form control that holds a value. */
export const isField = (target: EventTarget | null): target is HTMLInputElement => {
  const { localName } = target as Element;
  return localName === 'input' || localName === 'select' || localName === 'textarea' || editable(target);
};

/**
 * What a control and the values around it look like, as one number: class, style, number of children, and the values of
 * fields in its widget. Values are folded at once and never kept. Reads no layout.
 */
export const lookOf = (control: Element): number => {
  let hash = 7;
  const fold = (word: string | null) => {
    if (word === null) return;
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
    hash = Math.imul(hash, 31) | 0;
  };
  fold(control.getAttribute('class'));
  fold(control.getAttribute('style'));
  fold(`${control.childElementCount}`);
  let around: Element = control;
  for (let up = 0; up < 3 && around.parentElement && around.parentElement !== document.body; up++) around = around.parentElement;
  const fields = around.querySelectorAll<HTMLInputElement>('input,select,textarea,progress,meter,output');
  for (let i = 0; i < fields.length && i < 12; i++) {
    fold(`${fields[i]!.value}`);
    fold(`${fields[i]!.checked}`);
  }
  return hash;
};
