/** The few DOM words the shop needs. Everything is built node by node: no markup strings, so Trusted Types have nothing to stop. */
const SVG = 'http://www.w3.org/2000/svg'

/** The first element that matches, which must exist. */
export const $ = (css, root = document) => root.querySelector(css)

/** All elements that match, as an array. */
export const all = (css, root = document) => [...root.querySelectorAll(css)]

const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === undefined || value === null) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false))
  return node
}

/** An HTML element with attributes, listeners (`onclick: f`) and children. */
export const h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children)

/** An SVG element likewise. */
export const s = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children)

/** Sets an element's text if it differs. */
export const say = (css, text) => {
  const node = typeof css === 'string' ? $(css) : css
  if (node.textContent !== text) node.textContent = text
}

/** Whole or broken euros, as €12.50. */
export const money = cents => new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }).format(cents / 100)

/** True where the visitor asked for less motion. */
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
