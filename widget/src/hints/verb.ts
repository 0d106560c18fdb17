/** Lets the page adapt itself: class, attribute and event on the root element. False for a name that is no word. */
export function applyVerb(name: string): boolean {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) return false;
  const root = document.documentElement;
  root.classList.add(`rapport-${name}`);
  root.setAttribute(`data-rapport-${name}`, '');
  root.dispatchEvent(new CustomEvent(`rapport:${name}`, { bubbles: true }));
  return true;
}
