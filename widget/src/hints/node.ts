type Child = Node | string | false | null | undefined;

/** An element with a class, text or children; text is only ever set as text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  children: Child[] = [],
  attributes: { [attribute: string]: string } = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const attribute of Object.keys(attributes)) element.setAttribute(attribute, attributes[attribute]!);
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Outlines on a 24 × 24 grid, drawn in the text's colour. */
const PATHS = {
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.5.4.8 1 .9 1.7h5.4c.1-.7.4-1.3.9-1.7A6 6 0 0 0 12 3Z',
  chat: 'M4 12a8 7 0 1 1 3.6 5.9L4 19l1-3.4A6.7 6.7 0 0 1 4 12ZM8.5 12h.01M12 12h.01M15.5 12h.01',
  ask: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.6 9.5a2.5 2.5 0 1 1 3.4 2.3c-.7.3-1 .8-1 1.7M12 16.5h.01',
  cross: 'M6 6l12 12M18 6 6 18',
  fold: 'm7 10 5 5 5-5',
};

/** A picture that says nothing to a screen reader. */
export function icon(name: keyof typeof PATHS): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', PATHS[name]);
  picture.append(line);
  return picture;
}
