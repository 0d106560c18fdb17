/** The same chat twice: one assistant answers by its rules alone, the other is told a stance for each message. */
import { $, h, say } from '../js/dom.js'
import { ask, onVerb } from '../js/demo.js'
import { reply, topicOf } from './assistant.js'
import { scoreHere, startScoring } from './words.js'

const TRY = ['My coupon does nothing', 'I do not understand what you mean', 'This is ridiculous, the coupon still does not work!', 'Stop giving me the same useless answer', 'Thanks, that helped a lot!']
const SAID = {
  go_on: 'Answers as usual.',
  acknowledge: 'Says sorry first.',
  clarify: 'Answers in plainer words.',
  slow_down: 'Goes one step at a time.',
  hand_over: 'Offers a person.',
}
/** So many messages in a row that sound frustrated, and a person is offered. */
const ENOUGH = 2
/** The answer comes after this time, ms. */
const THINK = 400

let allowed = false
let topic = null // of the last message
let step = 0
let frustrated = 0
let trouble = false // the page itself got in the way; the next answer goes slowly
let messages = 0

const write = (log, who, ...what) => {
  log.append(h('p', { class: who }, what))
  log.scrollTop = log.scrollHeight
}
const notice = text => {
  if (!$('#noticed').dataset.used) $('#noticed').replaceChildren()
  $('#noticed').dataset.used = 'yes'
  $('#noticed').prepend(h('li', {}, text))
}

const BUTTONS = {
  step: () => h('button', { type: 'button', class: 'pill', onclick: nextStep }, 'Next step'),
  person: () => h('button', { type: 'button', class: 'pill', id: 'person', onclick: person }, 'Talk to a person'),
  stay: () => h('button', { type: 'button', class: 'pill', onclick: stay }, 'Go on here'),
}
const answer = ({ say: sentences, offer }) => {
  const log = $('#with-log')
  log.querySelectorAll('.choices').forEach(old => old.remove())
  sentences.forEach(sentence => write(log, 'shop', sentence))
  if (offer.length) write(log, 'choices', offer.map(name => BUTTONS[name]()))
}
function nextStep() {
  step++
  answer({ say: [topic.steps[step]], offer: step + 1 < topic.steps.length ? ['step'] : [] })
}
function person() {
  answer({ say: [`Here a person of the shop would take over, with this note: about ${topic?.name ?? 'the order form'}, ${messages} message${messages === 1 ? '' : 's'} so far${trouble ? ', the order form refused twice' : ''}. This shop is made up, so nobody is called.`], offer: [] })
  frustrated = 0
}
function stay() {
  answer(reply(topic ?? topicOf('order', null), 'slow_down'))
}
const take = stance => {
  say('#stance', SAID[stance])
  $('#stance').dataset.stance = stance
}

/** Asks the shop's own server, which asks Rapport. Without consent nobody is asked. */
const stanceFor = async text => {
  if (!allowed) return 'go_on'
  try {
    const response = await fetch('chat', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, language: 'en' }) })
    const told = await response.json()
    if (!response.ok) throw new Error(told.message)
    const numbers = told.known ? ` Frustration ${told.frustration.toFixed(2)}, confusion ${told.confusion.toFixed(2)}, certainty ${told.certainty.toFixed(2)}.` : ''
    notice(`Shop's server: ${told.why}${numbers}`)
    return told.stance
  } catch (problem) {
    notice(`Shop's server: not scored (${problem.message}).`)
    return 'go_on'
  }
}
/** The words' stance, raised by what happened before on this page. */
const raised = stance => {
  frustrated = stance === 'acknowledge' || stance === 'hand_over' ? frustrated + 1 : stance === 'go_on' && !trouble ? 0 : frustrated
  if (frustrated >= ENOUGH && stance !== 'hand_over') {
    notice('Chat: two messages sounded frustrated.')
    return 'hand_over'
  }
  return trouble && stance === 'go_on' ? 'slow_down' : stance
}

const send = async text => {
  const words = text.trim()
  if (!words) return
  messages++
  topic = topicOf(words, topic)
  step = 0
  const now = topic
  scoreHere(words)
  write($('#plain-log'), 'me', words)
  write($('#with-log'), 'me', words)
  setTimeout(() => reply(now, 'go_on').say.forEach(sentence => write($('#plain-log'), 'shop', sentence)), THINK)
  const [stance] = await Promise.all([stanceFor(words), new Promise(done => setTimeout(done, THINK))])
  const taken = raised(stance)
  trouble = false
  take(taken)
  answer(reply(now, taken))
}

$('#write').addEventListener('submit', event => {
  event.preventDefault()
  void send($('#message').value)
  $('#message').value = ''
})
$('#try').append(...TRY.map(sentence => h('button', { type: 'button', class: 'pill', onclick: () => void send(sentence) }, sentence)))

$('#find').addEventListener('submit', event => {
  event.preventDefault()
  const field = $('#order-number')
  field.removeAttribute('aria-invalid')
  const fine = field.checkValidity()
  $('#order-error').hidden = fine
  if (!fine) field.setAttribute('aria-invalid', 'true')
  say('#order-found', fine ? 'On its way: posted on Wednesday.' : '')
})

onVerb('slow-down', () => {
  trouble = true
  notice('Page: the order form refused the same field again, or something was pressed in vain.')
  take('slow_down')
  topic = topicOf('order', null)
  step = 0
  answer({ say: ['The order number needs both dashes, like HM-2041-7. Shall we go through it step by step?'], offer: ['step'] })
  topic = { ...topic, steps: ['', ...topic.steps] }
})
onVerb('offer-person', () => {
  notice('Page: it goes on getting in the way.')
  take('hand_over')
  answer(reply(topic ?? topicOf('order', null), 'hand_over'))
})

for (const log of ['#plain-log', '#with-log']) write($(log), 'shop', 'Hello, this is the Halfmoon help desk. What can I do for you?')
ask('support', { friction: true, text: true },
  'May we notice when this page gets in your way, and how your messages sound, so that the second assistant can answer better? Neither is kept.',
  yes => {
    allowed = yes
    startScoring(yes, notice)
    if (!yes) say('#stance', 'Answers as usual: you said no.')
  })
