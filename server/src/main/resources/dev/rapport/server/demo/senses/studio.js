/** The studio: what is agreed to, a card for each sense with its live numbers, and what leaves. */
import { $, all, h, s, say } from '../js/dom.js'
import { frameOf } from './frame.js'

const SENSES = {
  text: ['Words', 'Scores what you write below, when you pause or leave the field.'],
  voice: ['Voice', 'Pitch, its spread, loudness and pace of your speech. Speak for half a minute as you usually do.'],
  heart: ['Heart', 'Beats a minute and their variation, from a Bluetooth chest strap or watch.'],
  body: ['Movement', 'How strongly a phone or tablet is moved and turned.'],
  face: ['Face', 'Opening of the eyes, height of the brows, width of the mouth, tilt of the head.'],
}
const STATES = {
  off: 'off', closed: 'off: agree to it above first', asking: 'waiting for your answer', starting: 'starting', learning: 'learning your usual', on: 'on',
  refused: 'not allowed by you', unsupported: 'not possible here', lost: 'the device is gone', blocked: 'not allowed here',
}
const NOTES = {
  channel: 'agree to it above first', policy: 'the page forbids this device', frame: 'the measuring frame was not let in', file: 'a file did not load',
  insecure: 'it needs https', nodevice: 'no such device found', busy: 'another program uses the device', quiet: 'no voice heard', noface: 'no face in view',
  faces: 'more than one face in view', dark: 'the picture is dark or covered', away: 'no signal from the device', slow: 'this device is too slow', contact: 'the sensor does not touch the skin', nowasm: 'WebAssembly is off',
}
const ENDED = /^(off|refused|unsupported|lost|blocked)$/
/** A meter reaches this many standard deviations to each side. */
const WIDE = 6

let agreed = { friction: false }
const running = new Set()
const round = (value, unit) => (unit === 'ratio' || unit === 'probability' || unit === 'm/s²' ? value.toFixed(3) : value.toFixed(1))

const card = (name, [title, about]) => h('section', { class: 'sense', id: `sense-${name}`, 'aria-labelledby': `title-${name}` },
  h('h3', { id: `title-${name}` }, title),
  h('p', { class: 'dim' }, about),
  name === 'text' && h('div', {}, h('label', { for: 'words' }, 'Write something'), h('textarea', { id: 'words', 'data-rapport-text': true, placeholder: 'This is ridiculous, it still does not work!' })),
  h('p', { class: 'state', role: 'status' }, STATES.closed),
  h('ul', { class: 'meters' }),
  h('p', { class: 'dim certainty' }),
  h('button', { type: 'button', class: 'secondary go', id: `go-${name}`, disabled: true, onclick: () => rapport('sense', name, running.has(name) ? 'stop' : 'start') }, 'Start'))

const meter = ({ measure, unit, value, mean, sd, deviation }) => {
  const scale = deviation === undefined ? null : s('svg', { viewBox: '-100 0 200 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'ground', x: -100, y: 3, width: 200, height: 8 }),
    deviation !== null && s('rect', { class: 'far', x: Math.min(0, (deviation * 100) / WIDE), y: 3, width: Math.abs((deviation * 100) / WIDE), height: 8 }),
    s('rect', { class: 'mean', x: -0.6, y: 0, width: 1.2, height: 14 }))
  const usual = deviation === undefined ? null : h('span', { class: 'usual' },
    `usual ${round(mean, unit)} ± ${round(sd, unit)}${deviation === null ? '' : `, now ${deviation > 0 ? '+' : ''}${deviation.toFixed(1)} standard deviations`}`)
  return h('li', {}, h('span', {}, measure), h('span', { class: 'value' }, `${round(value, unit)} ${unit === 'probability' || unit === 'ratio' ? '' : unit}`), scale, usual)
}

const hear = ({ name, state, note, numbers, certainty, left, unknown }) => {
  const at = $(`#sense-${name}`)
  const place = $('.state', at)
  const counting = state === 'learning' && !note && left === undefined && place.dataset.state === state // only numbers are told: the seconds stay
  place.dataset.state = state
  if (!counting) say(place, `${STATES[state]}${NOTES[note] ? `: ${NOTES[note]}` : state === 'learning' && left ? `, ${left} s left` : ''}`)
  ENDED.test(state) ? running.delete(name) : running.add(name)
  say($('.go', at), running.has(name) ? 'Stop' : 'Start')
  if (numbers) $('.meters', at).replaceChildren(...numbers.map(meter))
  if (certainty !== undefined) say($('.certainty', at), `Certainty ${Math.round(certainty * 100)} %: ${name === 'text' ? 'how much of the text the table knows' : 'share of the last ten seconds with a usable sample'}.`)
  if (unknown) say($('.certainty', at), 'Too short or too unknown to say.')
}

/** A sense can be started only where it is agreed to; one that runs or has ended says that itself. */
const open = (name, allowed) => {
  $(`#go-${name}`).disabled = !allowed
  const place = $(`#sense-${name} .state`)
  if (!place.dataset.state || place.dataset.state === 'off') say(place, allowed ? STATES.off : STATES.closed)
}
const agree = () => {
  const allowed = { friction: true }
  for (const box of all('#choice input')) allowed[box.name] = box.checked
  agreed = allowed
  rapport('consent', allowed)
  const names = Object.keys(SENSES).filter(name => allowed[name])
  say('#agreed', `Agreed: struggle with the page${names.map(name => `, ${SENSES[name][0].toLowerCase()}`).join('')}. Each sense still asks before it starts.`)
  for (const name of Object.keys(SENSES)) open(name, allowed[name])
}
const nothing = () => {
  for (const box of all('#choice input')) box.checked = false
  for (const name of [...running]) rapport('sense', name, 'stop')
  rapport('consent', false)
  agreed = { friction: false }
  say('#agreed', 'Nothing is agreed to: nothing is observed, stored or sent.')
  for (const name of Object.keys(SENSES)) open(name, false)
}

const showWire = async () => {
  const fields = await (await fetch('/rapport-fields.json')).json()
  let sent = 0
  let messages = 0
  let began = 0
  addEventListener('wire', ({ detail }) => {
    began ||= performance.now()
    sent += detail.length
    messages++
    const seconds = Math.max(1, (performance.now() - began) / 1000)
    say('#rate', `${messages} messages, ${sent} bytes in ${Math.round(seconds)} s: ${(sent / seconds).toFixed(0)} bytes a second.`)
    say('#bytes', [...detail].map(byte => byte.toString(16).padStart(2, '0')).join(' '))
    $('#numbers').replaceChildren(...frameOf(detail, fields).map(([name, value, means]) => h('tr', {}, h('td', {}, name), h('td', {}, String(value)), h('td', {}, means))))
  })
}

$('#senses').append(...Object.entries(SENSES).map(([name, words]) => card(name, words)))
$('#choice').addEventListener('submit', event => {
  event.preventDefault()
  agree()
})
$('#nothing').addEventListener('click', nothing)
rapport('on', 'sense', hear)
showWire()
