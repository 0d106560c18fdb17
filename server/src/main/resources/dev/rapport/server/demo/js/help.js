/** The help page. The question field loses its text on purpose: see planted.html. */
import { $, say } from './dom.js'

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const [email, question] = [$('#help-email'), $('#question')]

const mark = (field, wrong) => {
  if (wrong) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

const open = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
  if (target instanceof HTMLDetailsElement) target.open = true
}

$('#question-form').addEventListener('submit', event => {
  event.preventDefault()
  const wrong = !EMAIL.test(email.value.trim())
  mark(email, wrong)
  $('#help-email-error').hidden = !wrong
  // Planted: a wrong address costs the visitor everything that was written.
  if (wrong) question.value = ''
  mark(question, !wrong && question.value.trim() === '')
  if (wrong) return email.focus()
  if (question.value.trim() === '') return question.focus()
  question.value = ''
  say('#question-sent', 'Thank you. In a real shop somebody would answer today.')
})
email.addEventListener('input', () => {
  if (EMAIL.test(email.value.trim())) {
    mark(email, false)
    $('#help-email-error').hidden = true
  }
})
question.addEventListener('input', () => mark(question, false))
addEventListener('hashchange', open)
open()
