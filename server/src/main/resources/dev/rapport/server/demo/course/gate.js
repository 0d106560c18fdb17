/** Speaks to the server as any page could, without the widget: asks for every channel, then sends one that was refused. */
import { $, h, say } from '../js/dom.js'

const KEY = document.querySelector('script[data-site]').dataset.site
const CHANNELS = ['friction', 'typing', 'pointer', 'text', 'face', 'voice', 'heart', 'body']
const EVERY = (1 << CHANNELS.length) - 1
/** Place of `keyGaps` in a summary, and how many numbers a summary has at least; frame-schema.json names them. */
const KEY_GAPS = 22
const LEAST = 32

const hello = () => JSON.stringify([0, KEY, crypto.randomUUID(), null, location.pathname, 'en', 0, false, EVERY, false, {}])
const forged = () => JSON.stringify([1, 1, 0, location.pathname, 1, Array.from({ length: LEAST }, (_, i) => (i === KEY_GAPS ? 3 : 0)), [], []])

const connect = (heard, closed) => {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/v1/socket`, 'rapport.v1')
  socket.onopen = () => socket.send(hello())
  socket.onmessage = ({ data }) => heard(JSON.parse(data), socket)
  socket.onclose = ({ code }) => closed(code)
}

const showGranted = ({ session, ...message }) => { // the visit's own token is nobody's to read
  $('#channels').replaceChildren(...CHANNELS.map(channel =>
    h('li', {}, channel, message.channels.includes(channel) ? h('strong', {}, 'granted') : h('span', { class: 'dim' }, 'refused'))))
  say('#welcome', JSON.stringify(message))
  $('#forge-part').hidden = false
}

const askForAll = () => connect((message, socket) => {
  if (message.t === 'welcome') showGranted(message)
  socket.close(1000)
}, code => {
  if (code !== 1000) say('#welcome', `The server closed the line with code ${code}.`)
})

const forge = () => {
  let why = ''
  connect((message, socket) => {
    if (message.t === 'welcome') socket.send(forged())
    if (message.t === 'error') why = message.message
  }, code => say('#forged', `Closed with code ${code}: ${why || 'no reason given'}. Nothing of it is kept.`))
}

/** Makes both buttons work. */
export const startGate = () => {
  $('#ask-all').addEventListener('click', askForAll)
  $('#forge').addEventListener('click', forge)
}
