/** The product page: pictures, options, calendar, tabs and the game. */
import { $, money, say, h, s } from './dom.js'
import { find, priceOf, products } from './catalogue.js'
import { put } from './basket.js'
import { startGallery } from './gallery.js'
import { startCalendar } from './calendar.js'
import { startStepper } from './stepper.js'
import { startTabs } from './tabs.js'
import { startGame } from './game.js'

const GRINDS = ['whole beans', 'press pot', 'filter', 'moka pot', 'espresso']

const TASTE = ['Bright', 'Sweet', 'Heavy']

const dots = (word, much) =>
  s('svg', { viewBox: '0 0 100 16', role: 'img', 'aria-label': `${word}: ${much} of 5` },
    ...[1, 2, 3, 4, 5].map(i => s('circle', { cx: i * 20 - 12, cy: 8, r: 7, class: i <= much ? 'full' : '' })))

const missing = () => {
  document.title = 'Halfmoon. Not on the shelf'
  $('#main').replaceChildren(
    h('h1', {}, 'Not on the shelf'),
    h('p', { class: 'lead' }, 'We have no product of that name.'),
    h('p', {}, h('a', { class: 'button primary', href: './' }, 'Back to the shelf')))
}

const fill = product => {
  document.title = `Halfmoon. ${product.name}`
  const texts = {
    '#crumb': product.name, '#title': product.name, '#origin': product.origin, '#notes': product.notes,
    '#description': product.about, 
    '#panel-brewing': product.brewing, '#panel-origin': product.from,
  }
  for (const [css, text] of Object.entries(texts)) say(css, text)
  $('#coffee-options').hidden = product.kind === 'tool'
  if (product.kind === 'tool') say('#tab-taste', 'Details')
  $('#panel-taste').append(
    h('p', {}, `${product.notes}.`),
    h('dl', { class: 'taste' }, (product.taste ?? []).map((much, i) => [h('dt', {}, TASTE[i]), h('dd', {}, dots(TASTE[i], much))])))
}

const start = product => {
  fill(product)
  startGallery(product)
  const picked = startCalendar()
  startTabs()
  const grams = () => (product.kind === 'tool' ? 0 : Number($('#size').value))
  const price = () => say('#unit-price', money(priceOf(product, grams()) * Number($('#qty').textContent)))
  startStepper($('#qty-minus'), $('#qty-plus'), $('#qty'), { changed: price })
  $('#size').addEventListener('change', price)
  $('#grind').addEventListener('input', () => say('#grind-out', GRINDS[$('#grind').value]))
  price()
  let added = 0
  $('#buy-form').addEventListener('submit', event => {
    event.preventDefault()
    const quantity = Number($('#qty').textContent)
    put(product.id, grams(), quantity)
    added += quantity
    const day = picked() ? ` for ${picked()}` : ''
    $('#added').replaceChildren(`${added} × ${product.name} in your basket${day}. `, h('a', { href: 'basket.html', id: 'to-basket' }, 'To the basket'))
  })
  startGame()
}

const wanted = new URLSearchParams(location.search).get('id') ?? products[0].id
const product = find(wanted)
if (product) start(product)
else missing()
