/** Label pictures: eight geometric motifs, each drawn on a square of 160 by 160 in a product's own colours. */
import { s } from './dom.js'

const range = count => [...Array(count).keys()]
const circle = (cx, cy, r, fill) => s('circle', { cx, cy, r, fill })
const path = (d, fill) => s('path', { d, fill })
const ground = fill => s('rect', { width: 160, height: 160, fill })

const motifs = {
  rays: ({ ink, a, b }) => [
    ground(b),
    ...range(9).map(i => {
      const angle = Math.PI * (1 + (i + 0.5) / 9)
      const at = (r, turn) => `${(80 + r * Math.cos(angle + turn)).toFixed(1)} ${(122 + r * Math.sin(angle + turn)).toFixed(1)}`
      return path(`M${at(62, 0.05)}L${at(118, 0.1)}L${at(118, -0.1)}L${at(62, -0.05)}z`, i % 2 ? ink : a)
    }),
    path('M28 122a52 52 0 0 1 104 0z', a),
    path('M46 122a34 34 0 0 1 68 0z', ink),
    path('M62 122a18 18 0 0 1 36 0z', b),
    s('rect', { y: 122, width: 160, height: 38, fill: ink }),
    s('rect', { y: 132, width: 160, height: 6, fill: a }),
    s('rect', { y: 146, width: 160, height: 6, fill: a }),
  ],
  peaks: ({ ink, a, b, bag }) => [
    ground(a),
    circle(112, 46, 26, ink),
    path('M-10 160L52 54l62 106z', b),
    path('M52 54l14 24-8 8-7-7-9 9-5-8z', ink),
    path('M60 160l56-74 60 74z', bag),
    path('M-20 160l44-40 52 40z', ink),
    path('M0 160l24-40 22 40z', a),
  ],
  rings: ({ ink, a, b }) => [
    ground(ink),
    ...[88, 70, 52, 34, 16].map((r, i) => circle(62, 92, r, [b, a, ink, b, a][i])),
    path('M62 92V-10h110v102z', a),
    path('M62 92h88A88 88 0 0 0 62 4z', ink),
    path('M62 92h62a62 62 0 0 0-62-62z', b),
    path('M62 92h34a34 34 0 0 0-34-34z', a),
  ],
  dunes: ({ ink, a, b, bag }) => [
    ground(ink),
    circle(48, 46, 24, bag),
    path('M0 84q40-26 80 0t80 0v80H0z', a),
    path('M0 104q50-34 100-4t60-4v70H0z', bag),
    path('M0 130q30-30 76-10t84-14v60H0z', b),
    path('M0 152q46-22 84-8t76-10v40H0z', a),
  ],
  leaves: ({ ink, a, b, bag }) => [
    ground(bag),
    ...range(16).map(i => {
      const [x, y] = [(i % 4) * 40, Math.floor(i / 4) * 40]
      const fill = [ink, a, b][((i % 4) * 2 + Math.floor(i / 4)) % 3]
      return (i + Math.floor(i / 4)) % 2
        ? path(`M${x} ${y}h20a20 20 0 0 1 20 20v20h-20a20 20 0 0 1-20-20z`, fill)
        : path(`M${x + 40} ${y}v20a20 20 0 0 1-20 20h-20v-20a20 20 0 0 1 20-20z`, fill)
    }),
  ],
  moon: ({ ink, a, b, bag }) => [
    ground(b),
    circle(80, 74, 52, a),
    circle(98, 64, 46, b),
    ...[[24, 22, 2.5], [132, 30, 3], [142, 96, 2], [110, 70, 2.5], [20, 104, 2], [60, 16, 1.5], [120, 116, 1.5]].map(([x, y, r]) => circle(x, y, r, ink)),
    path('M0 132q40-16 80 0t80 0v40H0z', bag),
    path('M0 146q40-14 80 0t80 0v30H0z', ink),
  ],
  waves: ({ ink, a, b }) => [
    ground(b),
    ...range(5).flatMap(row => range(6).flatMap(column => {
      const [x, y] = [column * 40 - (row % 2 ? 20 : 0), row * 32 + 20]
      return [20, 14, 8].map((r, i) => path(`M${x - r} ${y + 20}a${r} ${r} 0 0 1 ${2 * r} 0z`, [ink, row === 1 ? a : b, row === 1 ? ink : a][i]))
    })),
  ],
  grid: ({ ink, a, b, bag }) => [
    ground(ink),
    ...range(16).map(i => {
      const [x, y, r] = [(i % 4) * 40, Math.floor(i / 4) * 40, 40]
      const fill = [bag, a, b, a, bag][(i * 7) % 5]
      return [
        path(`M${x} ${y}h${r}a${r} ${r} 0 0 1-${r} ${r}z`, fill),
        path(`M${x + r} ${y}v${r}h-${r}a${r} ${r} 0 0 1 ${r}-${r}z`, fill),
        s('rect', { x, y, width: r, height: r, fill }),
        circle(x + 20, y + 20, 14, fill),
      ][(i * 3 + Math.floor(i / 4)) % 4]
    }),
  ],
}

/** A motif as an SVG part that fills a box; tools use circles of their colours. */
export const motif = (art, x, y, width, height) =>
  s('svg', { x, y, width, height, viewBox: '0 0 160 160', preserveAspectRatio: 'xMidYMid slice' }, ...(motifs[art.motif] ?? motifs.rings)(art))
