/** The page's answer to the verb `simplify-form`: optional fields step back behind "Show the optional fields". */
import { $ } from './dom.js'

const VERB = 'rapport-simplify-form'

/** Listens for the verb, and honours it if it came before. */
export const startSimplify = () => {
  const root = document.documentElement
  const more = $('#more-fields')
  const fold = folded => {
    root.classList.toggle('fields-folded', folded)
    more.setAttribute('aria-expanded', String(!folded))
    more.textContent = folded ? 'Show the optional fields' : 'Hide the optional fields'
  }
  const simplify = () => {
    more.hidden = false
    fold(true)
  }
  more.addEventListener('click', () => fold(!root.classList.contains('fields-folded')))
  addEventListener('rapport:simplify-form', simplify)
  if (root.classList.contains(VERB)) simplify()
}
