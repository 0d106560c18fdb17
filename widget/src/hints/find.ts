import { TEST_IDS } from '../rare/element-ref.ts';

const STEP = /^([a-z0-9-]+)(?:@[a-z]+)?\((\d+)\)$/;

const inside = (root: ParentNode, step: string): Element | null => {
  const name = step.slice(1);
  if (step[0] === '#') return root.querySelector(`[id="${name}"]`);
  if (step[0] === '=') return root.querySelector(TEST_IDS.map((attribute) => `[${attribute}="${name}"]`).join());
  const parts = STEP.exec(step);
  let left = parts ? +parts[2]! : 0;
  for (let child = root.firstElementChild; child && left; child = child.nextElementSibling)
    if (child.localName === parts![1] && !--left) return child;
  return null;
};

/** The element that a reference (see `element-ref.ts`) names on this page now, else null. */
export function findRef(ref: string): Element | null {
  if (!/^[\w#.:/@=>()[\]-]+$/.test(ref)) return null;
  let root: ParentNode | null = /^[#=]/.test(ref) ? document : document.body;
  let found: Element | null = null;
  const steps = ref.split('>');
  for (const step of steps) {
    if (step) found = root && inside(root, step);
    root = step ? found : (found?.shadowRoot ?? null);
  }
  return found;
}
