/** A lesson that offers help where the page was hard to use; it never reads the learner. */
import { $, h, say } from '../js/dom.js'
import { ask, onVerb } from '../js/demo.js'
import { EXERCISES } from './lesson.js'
import { startGate } from './gate.js'

let at = 0

const show = part => {
  part.hidden = false
  part.focus({ preventScroll: true })
}
const aids = {
  example: () => {
    $('#example-steps').replaceChildren(...EXERCISES[at].example.map(line => h('li', {}, line)))
    show($('#example'))
  },
  easier: () => show($('#easier')),
  pause: () => show($('#pause')),
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
$('#want-example').addEventListener('click', aids.example)
$('#want-easier').addEventListener('click', aids.easier)
$('#go-on').addEventListener('click', () => {
  $('#pause').hidden = true
  $('#answer').focus()
})
onVerb('worked-example', aids.example)
onVerb('easier-words', aids.easier)
onVerb('take-a-pause', aids.pause)

start()
startGate()
ask('course', { friction: true }, 'May we count what happens to the page, such as answers that were refused, to offer help where you are stuck? Never what you type, and nothing about you.', () => {})
