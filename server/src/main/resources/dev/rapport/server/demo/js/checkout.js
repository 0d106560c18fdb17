/** The checkout form. Phone, "Express pay" and "Pay" carry defects on purpose: see planted.html. */
import { $, all, h, money, say } from './dom.js'
import { find } from './catalogue.js'
import { lineCents, read, sums } from './basket.js'
import { startSimplify } from './simplify.js'
import { startPayment } from './payment.js'

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
/** Planted: the rule nobody is told. Country code, then groups with spaces. */
const PHONE = /^\+\d{1,3}( \d+){2,}$/

const valid = field => {
  const text = field.value.trim()
  if (field.type === 'checkbox') return field.checked
  if (field.id === 'email') return EMAIL.test(text)
  if (field.id === 'phone') return PHONE.test(text)
  return text !== ''
}

const mark = (field, wrong) => {
  if (wrong) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
  const error = $(`#${field.id}-error`)
  if (error) error.hidden = !wrong
}

const check = () => {
  const required = all('#checkout [required]')
  for (const field of required) mark(field, !valid(field))
  return required.filter(field => !valid(field))
}

const showOrder = () => {
  const { subtotal, off, delivery, gift, total } = sums(true)
  $('#mini').replaceChildren(...read().lines.map(line =>
    h('li', {}, h('span', {}, `${line.quantity} × ${find(line.id).name}`), h('span', {}, money(lineCents(line))))))
  say('#subtotal', money(subtotal))
  $('#coupon-line').hidden = !off
  say('#coupon-name', `Coupon ${read().coupon.trim().toUpperCase()}`)
  say('#coupon-off', `−${money(off)}`)
  say('#delivery', delivery ? money(delivery) : 'free')
  $('#gift-line').hidden = !gift
  say('#gift-cost', money(gift))
  say('#total', money(total))
  say('#pay-total', money(total))
}

for (const field of all('#checkout [required]')) {
  field.addEventListener('blur', () => { if (field.value.trim() && field.type !== 'checkbox') mark(field, !valid(field)) })
  field.addEventListener('input', () => { if (field.hasAttribute('aria-invalid') && valid(field)) mark(field, false) })
}
$('#express-pay').addEventListener('click', () => {
  // Planted: there is no wallet, so this throws and nothing else happens.
  window.halfmoonWallet.open(sums(true).total)
})
const pay = startPayment()
$('#checkout').addEventListener('submit', event => {
  event.preventDefault()
  const [wrong] = check()
  say('#form-note', wrong ? 'Please check the marked fields.' : '')
  if (wrong) wrong.focus()
  else pay()
})
showOrder()
startSimplify()
