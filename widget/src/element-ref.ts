import { Limit } from './schema.ts';

// A reference names an element without its text: `#coupon`, `=add-to-cart` (a test id), or steps below the nearest named
// ancestor: `#cart>ul(1)>li(3)>button@switch(1)`; `>>` enters a shadow root. It is the same after a reload.

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];
/** Prefixes under which frameworks number their ids anew on each load. */
const MADE = /^(ember|react|radix|headlessui|mui|yui|ext-|ng-|cdk-|mat-|vaadin|chakra|aria-|gwt|uid|id-?\d)/i;
/** Words of letters, each with at most two digits behind, joined by - or _. */
const WORDS = /^[A-Za-z]+\d{0,2}([-_]+[A-Za-z]+\d{0,2}|[-_]+\d{1,2})*$/;
/** Six consonants in a row: no word of any language in Latin script, so a hash. */
const HASH = /[b-df-hj-np-tv-xz]{6}/i;

const human = (name: string | null): name is string =>
  !!name && name.length <= 48 && WORDS.test(name) && !MADE.test(name) && !HASH.test(name);

const rootOf = (element: Element) => element.getRootNode() as Document | ShadowRoot;

/** `#id` or `=test-id` when a person seems to have chosen it and it is the only one, else empty. */
const nameOf = (element: Element): string => {
  const { id } = element;
  const root = rootOf(element);
  if (human(id) && root.getElementById && root.getElementById(id) === element) return `#${id}`;
  for (let i = 0; i < TEST_IDS.length; i++) {
    const value = element.getAttribute(TEST_IDS[i]!);
    if (human(value) && root.querySelectorAll(`[${TEST_IDS[i]}="${value}"]`).length === 1) return `=${value}`;
  }
  return '';
};

const stepOf = (element: Element): string => {
  const tag = element.localName.replace(/[^a-z0-9-]/g, '') || 'x';
  const role = element.getAttribute('role');
  let position = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (before.localName === element.localName) position++;
  return `${tag}${role && /^[a-z]{3,20}$/.test(role) ? `@${role}` : ''}(${position})`;
};

/** The reference of `element`, at most 96 characters of `[A-Za-z0-9_#.:/@=>()[\]-]`; empty for the page itself. */
export function refOf(element: Element | null): string {
  let ref = '';
  for (let at = element; at && at !== document.documentElement && at !== document.body; ) {
    const name = nameOf(at);
    const step = (name || stepOf(at)) + ref;
    if (step.length > Limit.textLength) return ref.replace(/^>+/, ''); // too deep: the steps nearest to it
    ref = step;
    if (at.parentElement) {
      if (name) break;
      ref = `>${ref}`;
      at = at.parentElement;
    } else {
      const { host } = rootOf(at) as ShadowRoot;
      if (!host) break;
      ref = `>>${ref}`;
      at = host;
    }
  }
  return ref.replace(/^>+/, '');
}

const STEP = /^([a-z0-9-]+)(?:@[a-z]+)?\((\d+)\)$/;

const inside = (root: ParentNode, step: string): Element | null => {
  if (step[0] === '#') return root.querySelector(`[id="${step.slice(1)}"]`);
  if (step[0] === '=') {
    for (let i = 0; i < TEST_IDS.length; i++) {
      const found = root.querySelector(`[${TEST_IDS[i]}="${step.slice(1)}"]`);
      if (found) return found;
    }
    return null;
  }
  const parts = STEP.exec(step);
  if (!parts) return null;
  let left = +parts[2]!;
  for (let child = root.firstElementChild; child; child = child.nextElementSibling)
    if (child.localName === parts[1] && !--left) return child;
  return null;
};

/** The element that `ref` names on this page now, else null. */
export function findRef(ref: string): Element | null {
  if (!/^[\w#.:/@=>()[\]-]+$/.test(ref)) return null;
  let root: ParentNode | null = /^[#=]/.test(ref) ? document : document.body;
  let found: Element | null = null;
  const steps = ref.split('>');
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]) found = root && inside(root, steps[i]!);
    root = steps[i] ? found : (found?.shadowRoot ?? null);
  }
  return found;
}
