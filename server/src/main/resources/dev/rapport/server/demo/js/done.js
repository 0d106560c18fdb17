/** The thank-you page: counts the order once. */
import { $, money, say } from './dom.js'
import { find } from './catalogue.js'
import { picture } from './art.js'

const KEY = 'halfmoon.order'

const order = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY))
  } catch {
    return null
  }
}

const last = order()
$('#done-art').append(picture(find('mug'), 2, true))
if (last) {
  say('#done-text', `${last.things === 1 ? 'Your one thing is' : `Your ${last.things} things are`} on the list for Tuesday's roast. No money has moved, and nothing will come: the shop is made up.`)
  say('#order-number', last.number)
  say('#order-total', money(last.cents))
  if (!last.counted) {
    rapport('convert', 'order', last.cents / 100)
    sessionStorage.setItem(KEY, JSON.stringify({ ...last, counted: true }))
  }
} else {
  say('#thanks', 'No order yet.')
  say('#done-text', 'When you have paid, your order is confirmed here.')
  $('.done .note').hidden = true
}
