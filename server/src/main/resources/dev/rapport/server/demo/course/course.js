/** A lesson that offers help where the page was hard to use; it never reads the learner. */
import { $, h, say } from '../js/dom.js'
import { ask, onVerb } from '../js/demo.js'
import { EXERCISES } from './lesson.js'
import { startGate } from './gate.js'

let at = 0

/** Help that was asked for gets the focus; help that comes by itself leaves it where it is and is told to screen readers. */
const show = (part, told) => {
  part.hidden = false
  if (told) say('#aid-note', told)
  else part.focus({ preventScroll: true })
}
const aids = {
  example: told => {
    $('#example-steps').replaceChildren(...EXERCISES[at].example.map(line => h('li', {}, line)))
    show($('#example'), told)
  },
  easier: told => show($('#easier'), told),
  pause: told => show($('#pause'), told),
}
const start = () => {
  say('#exercise-number', String(at + 1))
  say('#question', EXERCISES[at].question)
  const fresh = $('#answer').cloneNode() // a new field: what the last one refused does not count against this one
  $('#answer').replaceWith(fresh)
  fresh.value = ''
  $('#example').hidden = $('#pause').hidden = true
}

$('#exercise').addEventListener('submit', event => {
  event.preventDefault()
  const field = $('#answer')
  const right = Number(field.value.trim().replace(',', '.')) === EXERCISES[at].answer && field.value.trim() !== ''
  field.setCustomValidity(right ? '' : 'not yet')
  field.removeAttribute('aria-invalid')
  $('#answer-error').hidden = field.checkValidity()
  if (!right) {
    field.setAttribute('aria-invalid', 'true')
    say('#answer-note', '')
    return
  }
  say('#answer-note', at + 1 < EXERCISES.length ? `Right: ${EXERCISES[at].answer}. On to the next.` : `Right: ${EXERCISES[at].answer}. That was all three.`)
  if (at + 1 < EXERCISES.length) {
    at++
    start()
  }
})
$('#want-example').addEventListener('click', () => aids.example())
$('#want-easier').addEventListener('click', () => aids.easier())
$('#go-on').addEventListener('click', () => {
  $('#pause').hidden = true
  $('#answer').focus()
})
onVerb('worked-example', () => aids.example('Below the answer is a worked example now.'))
onVerb('easier-words', () => aids.easier('The idea stands above in easier words now.'))
onVerb('take-a-pause', () => aids.pause('This is a good moment for a pause.'))

start()
startGate()
ask('course', { friction: true }, 'May we count what happens to the page, such as answers that were refused, to offer help where you are stuck? Never what you type, and nothing about you.', () => {})
