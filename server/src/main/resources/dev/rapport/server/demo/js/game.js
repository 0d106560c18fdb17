/** "Guess the bean": three cups on a canvas, one bean. Every click shows a ring where it landed. */
import { $, all, say, calm } from './dom.js'

const [WIDTH, HEIGHT, CUP] = [720, 300, 130]
const PLACES = [150, 360, 570]
/** One swap of two cups, ms. */
const SWAP = 380
const SWAPS = 5

const colours = () => {
  const style = getComputedStyle(document.documentElement)
  const of = name => style.getPropertyValue(name).trim()
  return { table: of('--line'), cup: of('--accent'), rim: of('--accent-deep'), bean: of('--ink'), ring: of('--ink') }
}

/** Starts the game on `#game`. */
export const startGame = () => {
  const canvas = $('#game')
  const pen = canvas.getContext('2d')
  const cups = PLACES.map((x, place) => ({ x, place, lift: 0 }))
  let bean = cups[1]
  let state = 'idle'
  let ring = null
  let [won, played] = [0, 0]

  const ease = t => t * t * (3 - 2 * t)
  const drawBean = (x, c) => {
    pen.fillStyle = c.bean
    pen.beginPath()
    pen.ellipse(x, 240, 24, 16, -0.4, 0, 7)
    pen.fill()
    pen.strokeStyle = c.table
    pen.lineWidth = 4
    pen.beginPath()
    pen.moveTo(x - 18, 246)
    pen.bezierCurveTo(x - 6, 230, x + 6, 250, x + 18, 234)
    pen.stroke()
  }
  const drawCup = ({ x, lift }, c) => {
    const y = 256 - lift * 90
    pen.fillStyle = c.cup
    pen.beginPath()
    pen.moveTo(x - CUP / 2, y)
    pen.lineTo(x - CUP / 2 + 22, y - 132)
    pen.quadraticCurveTo(x - CUP / 2 + 25, y - 150, x - CUP / 2 + 42, y - 150)
    pen.lineTo(x + CUP / 2 - 42, y - 150)
    pen.quadraticCurveTo(x + CUP / 2 - 25, y - 150, x + CUP / 2 - 22, y - 132)
    pen.lineTo(x + CUP / 2, y)
    pen.fill()
    pen.fillStyle = c.rim
    pen.beginPath()
    pen.roundRect(x - CUP / 2 - 8, y - 14, CUP + 16, 18, 9)
    pen.fill()
  }
  const draw = () => {
    const c = colours()
    pen.clearRect(0, 0, WIDTH, HEIGHT)
    pen.fillStyle = c.table
    pen.fillRect(0, 222, WIDTH, HEIGHT - 222)
    if (state === 'idle' || state === 'told' || bean.lift > 0) drawBean(bean.x, c)
    for (const cup of [...cups].sort((a, b) => b.lift - a.lift)) drawCup(cup, c)
    if (ring) {
      pen.strokeStyle = c.ring
      pen.lineWidth = 3
      pen.globalAlpha = 1 - ring.t
      pen.beginPath()
      pen.arc(ring.x, ring.y, 6 + ring.t * 22, 0, 7)
      pen.stroke()
      pen.globalAlpha = 1
    }
  }
  const animate = (ms, step) =>
    new Promise(done => {
      const from = performance.now()
      const frame = now => {
        const t = Math.min(1, Math.max(0, (now - from) / ms))
        step(t)
        draw()
        if (t < 1) requestAnimationFrame(frame)
        else done()
      }
      requestAnimationFrame(frame)
    })
  const lift = (cup, to) => {
    const from = cup.lift
    return animate(calm() ? 1 : 260, t => { cup.lift = from + (to - from) * ease(t) })
  }
  const swap = (a, b) => {
    const [ax, bx] = [a.x, b.x]
    return animate(calm() ? 1 : SWAP, t => {
      a.x = ax + (bx - ax) * ease(t)
      b.x = bx + (ax - bx) * ease(t)
    }).then(() => { [a.place, b.place] = [b.place, a.place] })
  }

  const shuffle = async () => {
    if (state === 'busy') return say('#score', 'Still shuffling. Watch closely.')
    state = 'busy'
    say('#score', 'Watch the bean …')
    await Promise.all(cups.map(cup => lift(cup, cup === bean ? 1 : 0)))
    await lift(bean, 0)
    for (let i = 0; i < SWAPS; i++) {
      const one = cups[Math.floor(Math.random() * 3)]
      const other = cups[(cups.indexOf(one) + 1 + Math.floor(Math.random() * 2)) % 3]
      await swap(one, other)
    }
    state = 'guess'
    say('#score', 'Where is it?')
  }
  const guess = async place => {
    if (state !== 'guess') return say('#score', state === 'busy' ? 'Wait until they stand still.' : 'Press shuffle for a round.')
    state = 'busy'
    const cup = cups.find(at => at.place === place)
    await lift(cup, 1)
    played++
    if (cup === bean) won++
    else await lift(bean, 1)
    state = 'told'
    say('#score', `${cup === bean ? 'Yes!' : 'Not this time.'} ${won} of ${played}`)
    draw()
  }

  $('#shuffle').addEventListener('click', shuffle)
  all('.cups button').forEach((button, place) => button.addEventListener('click', () => guess(place)))
  canvas.addEventListener('click', event => {
    const box = canvas.getBoundingClientRect()
    ring = { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT, t: 0 }
    animate(400, t => { if (ring) ring.t = t }).then(() => { ring = null; draw() })
    const cup = cups.find(at => Math.abs(at.x - ring.x) < CUP / 2 + 10)
    if (cup) guess(cup.place)
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
  draw()
}
