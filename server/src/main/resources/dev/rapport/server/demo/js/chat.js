/** A small support chat with fixed rules. It opens by its button, and when Rapport hands a visitor over. */
import { $, h, s } from './dom.js'

const RULES = [
  [/coupon|code|firstlight|discount|%/i, 'Codes are taken off at the checkout, in the order summary. Write FIRSTLIGHT into the basket and go on: the ten per cent appear there.'],
  [/phone|number|format|\+/i, 'Please write your phone number with the country code and spaces, like +49 30 123456.'],
  [/express/i, 'Express pay is out of order, sorry. The form below it works.'],
  [/pay|slow|long|wait|stuck/i, 'Payment takes a few seconds. One press is enough; the page moves on by itself.'],
  [/deliver|arrive|when|post|ship/i, 'We roast on Tuesdays and post on Wednesdays. Post takes two to four days, the courier one.'],
  [/return|refund|back/i, 'Tools can come back within 30 days. If you did not like a coffee, tell us and we will find you another.'],
  [/decaf/i, 'Our decaf is called Nightcap: caramel, plum and vanilla.'],
  [/grind/i, 'Coarse for a press pot, filter for a dripper, fine for a moka pot or espresso.'],
  [/human|person|someone|call/i, 'In a real shop a person would take over here. This one is made up, so it is only me.'],
  [/hello|hi|hey|thanks|thank/i, 'You are welcome. What can I do for you?'],
]
const ELSE = 'I did not get that. I know about coupons, delivery, payment, grinding and returns.'
const QUICK = ['Coupon', 'Delivery', 'Payment']
/** The answer comes after this time, ms. */
const THINK = 450

const answerTo = text => (RULES.find(([rule]) => rule.test(text)) ?? [null, ELSE])[1]

let greeted = false

const write = (who, text) => {
  const log = $('#chat-log')
  log.append(h('p', { class: who }, text))
  log.scrollTop = log.scrollHeight
}

const ask = text => {
  const words = text.trim()
  if (!words) return
  write('me', words)
  setTimeout(() => write('shop', answerTo(words)), THINK)
}

const close = () => {
  $('#chat').hidden = true
  $('#chat-open').setAttribute('aria-expanded', 'false')
  $('#chat-open').focus()
}

/** Opens the chat; `about` is a plain sentence on what went wrong, if known. */
export const openChat = about => {
  $('#chat').hidden = false
  $('#chat-open').setAttribute('aria-expanded', 'true')
  if (!greeted) write('shop', 'Hello, this is the Halfmoon help desk. What is in your way?')
  greeted = true
  if (about) write('shop', about)
  $('#chat-text').focus()
}

const context = given => {
  const about = given ?? {}
  const element = typeof about.element === 'string' && about.element ? ` near ${about.element}` : ''
  return `I was told that something${element} may not be working for you.`
}

const panel = () => {
  const field = h('input', { id: 'chat-text', autocomplete: 'off', 'aria-label': 'Your message', placeholder: 'Write a message' })
  const send = event => {
    event.preventDefault()
    ask(field.value)
    field.value = ''
  }
  return h('section', { id: 'chat', class: 'chat', hidden: true, 'aria-label': 'Help desk', onkeydown: event => event.key === 'Escape' && close() },
    h('header', {}, h('h2', {}, 'Help desk'), h('button', { type: 'button', class: 'round small', id: 'chat-close', 'aria-label': 'Close the help desk', onclick: close }, '×')),
    h('div', { id: 'chat-log', class: 'chat-log', role: 'log', 'aria-label': 'Messages', tabindex: '0' }),
    h('div', { class: 'chat-quick' }, QUICK.map(word => h('button', { type: 'button', class: 'pill', onclick: () => ask(word) }, word))),
    h('form', { onsubmit: send }, field, h('button', { class: 'primary', id: 'chat-send' }, 'Send')))
}

/** Puts the chat on the page and answers `rapport('on', 'handoff', …)`. */
export const startChat = () => {
  const toggle = () => ($('#chat').hidden ? openChat() : close())
  document.body.append(
    h('button', { type: 'button', class: 'chat-open', id: 'chat-open', 'aria-controls': 'chat', 'aria-expanded': 'false', 'aria-label': 'Ask us', onclick: toggle },
      s('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, s('path', { d: 'M4 5h16v11h-9l-5 4v-4H4z' })), h('span', {}, 'Ask us')),
    panel())
  rapport('on', 'handoff', given => openChat(context(given)))
}
