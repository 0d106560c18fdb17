import { each } from '../lists.ts';
import { Limit } from '../schema.ts';
import { hostOf } from '../collect/controls.ts';

// A reference names an element without its text: `#coupon`, `=add-to-cart` (a test id), or steps below the nearest named
// ancestor: `#cart>ul(1)>li(3)>button@switch(1)`; `>>` enters a shadow root. It is the same after a reload.
// `hints/find.ts` reads it back.

export const TEST_IDS = ['data-testid', 'data-test', 'data-cy'];
/** Prefixes under which frameworks number their ids anew on each load. */
const MADE = /^(ember|react|radix|headlessui|mui|ext|ng|cdk|mat)-?\d/i;
/** Words of letters, each with at most two digits behind, joined by - or _. */
const WORDS = /^[a-z]+\d{0,2}([-_]+([a-z]+\d{0,2}|\d\d?))*$/i;
/** Six consonants in a row: no word of any language in Latin script, so a hash. */
const HASH = /[b-df-hj-np-tv-xz]{6}/i;

const human = (name: string | null): name is string =>
  !!name && name.length <= 48 && WORDS.test(name) && !MADE.test(name) && !HASH.test(name);

/** `#id` or `=test-id` when a person seems to have chosen it and it is the only one, else empty. */
const nameOf = (element: Element, root: ParentNode): string => {
  let name = '';
  each(['id', ...TEST_IDS], (attribute, i) => {
    const value = element.getAttribute(attribute);
    if (human(value) && root.querySelectorAll(`[${attribute}="${value}"]`).length === 1) name ||= (i ? '=' : '#') + value;
  });
  return name;
};

/** Tag, role and position among the siblings of its tag, from 1. */
const stepOf = (element: Element): string => {
  const tag = element.localName.replace(/[^a-z0-9-]/g, '') || 'x';
  const role = /^[a-z]{3,20}$/.exec(element.getAttribute('role') ?? '');
  let position = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (before.localName === element.localName) position++;
  return `${tag}${role ? `@${role[0]}` : ''}(${position})`;
};

/** The reference of `element`, at most 96 characters of `[A-Za-z0-9_#.:/@=>()[\]-]`; empty for the page itself. */
export function refOf(element: Element | null): string {
  let ref = '';
  for (let at = element; at && at !== document.documentElement && at !== document.body; ) {
    const root = at.getRootNode() as ShadowRoot;
    const name = at.isConnected ? nameOf(at, root) : '';
    const host = hostOf(at);
    const longer = `${name || stepOf(at)}${ref && (ref[0] === '>' ? ref : `>${ref}`)}`;
    if (longer.length > Limit.textLength) break; // too deep: the steps nearest to it
    const up: Element | null = name ? null : at.parentElement;
    ref = up || !host ? longer : `>>${longer}`;
    at = up ?? host ?? null;
  }
  return ref.replace(/^>+/, '');
}
