/** A product on the shelf. */
import { h, money } from './dom.js'
import { picture } from './art.js'
import { put } from './basket.js'

/** How long "In the basket" stays, ms. */
const SAID = 1600

const addButton = product => {
  let timer = 0
  const button = h('button', {
    type: 'button', class: 'add', id: `add-${product.id}`, 'aria-label': `Add ${product.name} to the basket`,
    onclick: () => {
      put(product.id, product.kind === 'tool' ? 0 : 250, 1)
      button.dataset.added = Number(button.dataset.added ?? 0) + 1
      button.textContent = `Added ${button.dataset.added}`
      clearTimeout(timer)
      timer = setTimeout(() => {
        button.textContent = 'Add'
        delete button.dataset.added
      }, SAID)
    },
  }, 'Add')
  return button
}

const tag = product => (product.decaf ? 'decaf' : product.kind === 'tool' ? 'tool' : `${product.kind} roast`)

/** A list item with picture, name, notes, price and a quick "Add". */
export const card = product =>
  h('li', { class: 'card', 'data-id': product.id },
    h('a', { href: `product.html?id=${product.id}`, id: `card-${product.id}` },
      picture(product, 0, true),
      h('span', { class: 'card-text' },
        h('span', { class: 'card-name' }, product.name),
        h('span', { class: 'card-notes' }, product.notes),
        h('span', { class: 'card-tag' }, tag(product)))),
    h('p', { class: 'card-foot' }, h('span', { class: 'card-price' }, money(product.cents)), addButton(product)))
