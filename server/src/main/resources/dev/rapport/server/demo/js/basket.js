/** The basket: the shop's own state, in this tab only (session storage). */
import { find, priceOf } from './catalogue.js'

const KEY = 'halfmoon.basket'
/** A demo should have something to press: until the visitor changes it, two things lie in the basket. */
const WAITING = {
  lines: [{ id: 'kochere', grams: 250, quantity: 2 }, { id: 'dripper', grams: 0, quantity: 1 }],
  shipping: 'post', gift: false, coupon: '', waiting: true,
}
export const SHIPPING = { post: 390, bike: 690, pickup: 0 }
export const GIFT = 350
const COUPON = 'FIRSTLIGHT'
const MOST = 20

let memory = null

const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY))
  } catch {
    return null
  }
}

/** The basket as it is; lines that the shelf does not know are left out. */
export const read = () => {
  const basket = { ...structuredClone(WAITING), ...(stored() ?? memory) }
  return { ...basket, lines: basket.lines.filter(line => find(line.id) && line.quantity > 0) }
}

/** Changes the basket by a function and tells the page. */
export const change = act => {
  const basket = read()
  act(basket)
  memory = basket
  try {
    sessionStorage.setItem(KEY, JSON.stringify(basket))
  } catch { /* storage is off: the basket lasts as long as the page */ }
  dispatchEvent(new CustomEvent('basket'))
}

/** Puts so many of a product in. */
export const put = (id, grams, quantity) => change(basket => {
  basket.waiting = false
  const line = basket.lines.find(at => at.id === id && at.grams === grams)
  if (line) line.quantity = Math.min(MOST, line.quantity + quantity)
  else basket.lines.push({ id, grams, quantity })
})

/** Number of things in it. */
export const count = () => read().lines.reduce((sum, line) => sum + line.quantity, 0)

/** Cents of one line. */
export const lineCents = line => priceOf(find(line.id), line.grams) * line.quantity

/** All sums in cents; a coupon counts at the checkout only. */
export const sums = (atCheckout = false) => {
  const basket = read()
  const subtotal = basket.lines.reduce((sum, line) => sum + lineCents(line), 0)
  const off = atCheckout && basket.coupon.trim().toUpperCase() === COUPON ? Math.round(subtotal / 10) : 0
  const delivery = SHIPPING[basket.shipping]
  const gift = basket.gift ? GIFT : 0
  return { subtotal, off, delivery, gift, total: subtotal - off + delivery + gift }
}
