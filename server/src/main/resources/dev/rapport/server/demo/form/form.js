/** A long form, and the simpler one that it becomes when Rapport says that it gets in the way. */
import { $, all, say } from '../js/dom.js'
import { ask, onVerb } from '../js/demo.js'
import { takes } from './reading.js'

const form = $('#intake')
const parts = all('.part')
let simple = false
let at = 0

const fieldsOf = part => all('input, textarea', part).filter(field => !(simple && field.closest('.optional')))
const check = field => {
  const fine = takes(field, simple)
  field.setCustomValidity(fine ? '' : 'not taken')
  field.removeAttribute('aria-invalid')
  field.checkValidity() // tells whoever listens that the form refused this field
  if (!fine) field.setAttribute('aria-invalid', 'true')
  $(`#${field.id}-error`)?.toggleAttribute('hidden', fine)
  return fine
}
/** Checks every field; the first that is refused gets the focus. */
const checkAll = fields => {
  const refused = fields.filter(field => !check(field))
  $('#form-error').hidden = refused.length === 0
  refused[0]?.focus()
  return refused.length === 0
}

const show = () => {
  form.classList.toggle('simple', simple)
  parts.forEach((part, i) => { part.hidden = simple && i !== at })
  all('.example').forEach(example => { example.hidden = !simple })
  $('#simpler').hidden = !simple
  $('#back').hidden = !simple || at === 0
  $('#next').hidden = !simple || at === parts.length - 1
  $('#submit').hidden = simple && at < parts.length - 1
  say('#progress', simple ? `Part ${at + 1} of ${parts.length}` : '')
}
const go = to => {
  at = to
  show()
  parts[at].focus()
}
const clear = () => all('input, textarea', form).forEach(field => {
  field.removeAttribute('aria-invalid')
  field.setCustomValidity('')
  $(`#${field.id}-error`)?.setAttribute('hidden', '')
})
const simplify = () => {
  if (simple) return
  simple = true
  const here = parts.findIndex(part => part.contains(document.activeElement))
  clear()
  $('#form-error').hidden = true
  const open = parts.findIndex(part => fieldsOf(part).some(field => !takes(field, true)))
  at = Math.max(0, here >= 0 && here < open ? here : open)
  show()
  $('#simpler').focus({ preventScroll: true })
  $('#simpler').scrollIntoView({ block: 'nearest' })
}

$('#next').addEventListener('click', () => { if (checkAll(fieldsOf(parts[at]))) go(at + 1) })
$('#back').addEventListener('click', () => go(at - 1))
$('#everything').addEventListener('click', () => {
  simple = false
  show()
  $('#given').focus()
})
form.addEventListener('submit', event => {
  event.preventDefault()
  if (simple && at < parts.length - 1) $('#next').click() // Enter goes on, too
  else if (checkAll(parts.flatMap(fieldsOf))) say('#sent', 'Thank you. In a real clinic this would be with the doctor now; here it goes nowhere.')
})
onVerb('one-at-a-time', simplify)

show()
ask('form', { friction: true }, 'May we count what happens to the form, such as answers that it refuses, to make it simpler where it gets in your way? Never what you write.', () => {})
