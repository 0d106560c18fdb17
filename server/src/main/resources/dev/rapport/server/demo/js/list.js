/** The shelf: search and filters, kept in the address. */
import { $, all, say, h } from './dom.js'
import { products } from './catalogue.js'
import { picture } from './art.js'
import { card } from './card.js'

const ORDER = {
  price: (a, b) => a.cents - b.cents,
  '-price': (a, b) => b.cents - a.cents,
  name: (a, b) => a.name.localeCompare(b.name),
}
const form = $('#filters')
const cards = new Map(products.map(product => [product.id, card(product)]))

const fits = (product, { q, roast, max, decaf }) =>
  [product.name, product.notes, product.origin, product.kind, product.about].join(' ').toLowerCase().includes(q.trim().toLowerCase()) &&
  (!roast || product.kind === roast) &&
  product.cents <= max * 100 &&
  (!decaf || product.decaf)

const wishes = () => {
  const data = new FormData(form)
  return { q: data.get('q'), roast: data.get('roast'), max: Number(data.get('max')), sort: data.get('sort'), decaf: data.has('decaf') }
}

const remember = wish => {
  const query = new URLSearchParams()
  if (wish.q) query.set('q', wish.q)
  if (wish.roast) query.set('roast', wish.roast)
  if (wish.max < 80) query.set('max', wish.max)
  if (wish.sort) query.set('sort', wish.sort)
  if (wish.decaf) query.set('decaf', '1')
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname)
}

const show = () => {
  const wish = wishes()
  const found = products.filter(product => fits(product, wish))
  if (ORDER[wish.sort]) found.sort(ORDER[wish.sort])
  say('#price-out', `€${wish.max}`)
  say('#count', found.length === 1 ? '1 product' : `${found.length} products`)
  $('#products').replaceChildren(
    ...(found.length ? found.map(product => cards.get(product.id)) : [h('li', { class: 'none' }, 'Nothing like that on the shelf. Try fewer filters.')]))
  $('#clear').hidden = found.length === products.length && !wish.sort && !wish.q
}

const restore = () => {
  const query = new URLSearchParams(location.search)
  $('#search').value = query.get('q') ?? ''
  for (const radio of all('[name=roast]')) radio.checked = radio.value === (query.get('roast') ?? '')
  if (!$('[name=roast]:checked')) $('#roast-all').checked = true
  $('#price').value = query.get('max') ?? '80'
  $('#sort').value = query.get('sort') in ORDER ? query.get('sort') : ''
  $('#decaf').checked = query.has('decaf')
}

form.addEventListener('input', () => {
  show()
  remember(wishes())
})
form.addEventListener('submit', event => {
  event.preventDefault()
  $('#count').focus?.()
})
$('#clear').addEventListener('click', () => {
  form.reset()
  $('#search').value = ''
  show()
  remember(wishes())
  $('#search').focus()
})
restore()
show()
$('#hero-art').append(...['nightcap', 'kochere', 'antigua'].map(id => picture(products.find(at => at.id === id), 0, true)))
