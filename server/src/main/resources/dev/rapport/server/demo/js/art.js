/** Product pictures, drawn here and nowhere fetched: a bag or tool, its pattern up close, and a table seen from above. */
import { s } from './dom.js'
import { motif } from './motifs.js'
import { tools } from './tools.js'

const path = (d, fill, opacity) => s('path', { d, fill, opacity })
const words = (x, y, size, fill, text, name, more) =>
  s('text', { x, y, fill, 'font-size': size, 'text-anchor': 'middle', class: name, ...more }, text)

const bag = product => {
  const { art, name, kind } = product
  const long = name.length > 9
  return [
    s('ellipse', { cx: 200, cy: 424, rx: 122, ry: 12, fill: '#000', opacity: 0.14 }),
    path('M106 78h188l14 330q1 16-15 16H107q-16 0-15-16z', art.bag),
    path('M106 78h188l2 34H104z', '#000', 0.14),
    path('M106 78h188v9H106z', '#fff', 0.22),
    s('rect', { x: 96, y: 106, width: 208, height: 12, rx: 3, fill: art.a }),
    path('M106 78h16l-10 346h-5q-16 0-15-16z', '#fff', 0.13),
    path('M278 78h16l14 330q1 16-15 16h-9z', '#000', 0.12),
    words(200, 144, 13, art.ink, 'HALFMOON', 'art-brand'),
    motif(art, 122, 158, 156, 156),
    words(200, 352, long ? 25 : 31, art.ink, name, 'art-name', long ? { textLength: 164, lengthAdjust: 'spacingAndGlyphs' } : {}),
    words(200, 374, 12.5, art.ink, kind === 'dark' ? 'dark roast' : `${kind} roast`, 'art-small'),
    words(200, 408, 11, art.ink, '250 g, whole or ground', 'art-small', { opacity: 0.8 }),
  ]
}

const bean = (x, y, turn, fill, crease) =>
  s('g', { transform: `translate(${x} ${y}) rotate(${turn})` },
    s('ellipse', { rx: 17, ry: 12, fill }),
    s('path', { d: 'M-16 0q8-7 16 0t16 0', fill: 'none', stroke: crease, 'stroke-width': 3, 'stroke-linecap': 'round' }))

const front = product => [
  s('rect', { width: 400, height: 480, fill: product.art.tile }),
  s('circle', { cx: 200, cy: 250, r: 176, fill: '#fff', opacity: 0.28 }),
  ...(tools[product.art.motif]
    ? [s('ellipse', { cx: 200, cy: 412, rx: 128, ry: 13, fill: '#000', opacity: 0.12 }), ...tools[product.art.motif](product.art)]
    : bag(product)),
]

const close = product => [motif(product.art, 0, 0, 400, 480)]

const table = ({ art }) => [
  s('rect', { width: 400, height: 480, fill: art.b }),
  path('M0 330L400 210v270H0z', art.bag),
  s('circle', { cx: 206, cy: 254, r: 138, fill: '#000', opacity: 0.16 }),
  s('circle', { cx: 200, cy: 244, r: 136, fill: art.tile }),
  s('circle', { cx: 200, cy: 244, r: 112, fill: '#fff', opacity: 0.35 }),
  s('path', { d: 'M284 190l52-34', stroke: '#fbf6ec', 'stroke-width': 24, 'stroke-linecap': 'round' }),
  s('circle', { cx: 200, cy: 244, r: 88, fill: '#fbf6ec' }),
  s('circle', { cx: 200, cy: 244, r: 74, fill: '#4a2c1a' }),
  s('circle', { cx: 200, cy: 244, r: 64, fill: '#5f3a22' }),
  path('M160 206a64 64 0 0 1 62-22 92 92 0 0 0-62 22z', '#fff', 0.3),
  ...[[62, 74, 20], [104, 50, 70], [334, 60, -30], [344, 404, 12], [300, 436, 64], [70, 420, -20], [112, 444, 40], [40, 118, 80]].map(
    ([x, y, turn]) => bean(x, y, turn, '#3a2114', '#8a5a3a')),
]

const VIEWS = [
  { draw: front, says: product => `${product.name}, ${product.kind === 'tool' ? product.origin.toLowerCase() : 'a bag of coffee'}` },
  { draw: close, says: product => (product.kind === 'tool' ? 'Its colours' : 'The picture on its label, close up') },
  { draw: table, says: () => 'A cup of coffee from above, on a table with a few beans' },
]

/** Number of pictures of each product. */
export const VIEW_COUNT = VIEWS.length

/** One picture of a product, labelled unless it only decorates. */
export const picture = (product, view = 0, decorative = false) =>
  s('svg', {
    viewBox: '0 0 400 480', class: 'picture', preserveAspectRatio: 'xMidYMid slice',
    ...(decorative ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': VIEWS[view].says(product) }),
  }, ...VIEWS[view].draw(product))
