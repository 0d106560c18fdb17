/** The basket page. "Apply coupon" is dead and "Continue" moves, both on purpose: see planted.html. */
import { $, h, money, say } from './dom.js'
import { find } from './catalogue.js'
import { change, lineCents, read, sums } from './basket.js'
import { picture } from './art.js'
import { startStepper } from './stepper.js'
import { plantLateBanner } from './late-banner.js'

const showSums = () => {
  const { subtotal, delivery, gift, total } = sums()
  say('#subtotal', money(subtotal))
  say('#delivery', delivery ? money(delivery) : 'free')
  $('#gift-line').hidden = !gift
  say('#gift-cost', money(gift))
  say('#total', money(total))
}

const line = at => {
  const product = find(at.id)
  const price = h('p', { class: 'line-price' }, money(lineCents(at)))
  const minus = h('button', { type: 'button', class: 'less', 'aria-label': `One ${product.name} less` }, '−')
  const plus = h('button', { type: 'button', class: 'more', 'aria-label': `One ${product.name} more` }, '+')
  const output = h('output', { 'aria-live': 'polite' }, String(at.quantity))
  const same = other => other.id === at.id && other.grams === at.grams
  startStepper(minus, plus, output, {
    changed: quantity => {
      change(basket => { basket.lines.find(same).quantity = quantity })
      say(price, money(lineCents(read().lines.find(same))))
    },
  })
  const remove = () => {
    change(basket => { basket.lines = basket.lines.filter(other => !same(other)) })
    say('#basket-note', `${product.name} is out of the basket.`)
    show()
    $('h1').focus()
  }
  return h('li', { class: 'line', 'data-id': at.id },
    h('a', { href: `product.html?id=${at.id}`, class: 'thumb', tabindex: '-1', 'aria-hidden': 'true' }, picture(product, 0, true)),
    h('div', { class: 'line-text' }, h('a', { href: `product.html?id=${at.id}`, class: 'line-name' }, product.name), h('p', { class: 'dim' }, at.grams ? `${at.grams} g` : product.origin)),
    h('div', { class: 'stepper', role: 'group', 'aria-label': `Quantity of ${product.name}` }, minus, output, plus),
    price,
    h('button', { type: 'button', class: 'link remove', 'aria-label': `Remove ${product.name}`, onclick: remove }, 'Remove'))
}

const show = () => {
  const { lines } = read()
  $('#lines').replaceChildren(...lines.map(line))
  $('#filled').hidden = lines.length === 0
  $('#empty').hidden = lines.length > 0
  showSums()
}

const basket = read()
$('h1').tabIndex = -1
if (basket.waiting) say('#basket-note', 'This is a demo: two things were already waiting for you.')
$('#shipping').value = basket.shipping
$('#gift').checked = basket.gift
$('#coupon').value = basket.coupon
$('#shipping').addEventListener('change', () => change(at => { at.shipping = $('#shipping').value }))
$('#gift').addEventListener('change', () => change(at => { at.gift = $('#gift').checked }))
$('#coupon').addEventListener('input', () => change(at => { at.coupon = $('#coupon').value }))
addEventListener('basket', showSums)
show()
// Planted: nothing ever listens to #apply-coupon. The code is kept as it is typed and taken off at the checkout.
plantLateBanner()
