/** Words scored on the page itself, by the same sense that a page without a server of its own would use. */
import { $ } from '../js/dom.js'

const ENDED = /^(off|refused|unsupported|lost|blocked)$/
const box = $('#score-here')
let notice = () => {}

/** Scores a message if the visitor wants that; the text stays here. */
export const scoreHere = text => {
  if (box.checked) rapport('text', text)
}

/** May be chosen after consent only; the sense asks once more before it starts. */
export const startScoring = (allowed, tell) => {
  notice = tell
  box.disabled = !allowed
  if (!allowed) box.checked = false
}

box.addEventListener('change', () => rapport('sense', 'text', box.checked ? 'start' : 'stop'))
rapport('on', 'sense', ({ name, state, numbers, certainty, unknown }) => {
  if (name !== 'text') return
  if (ENDED.test(state)) box.checked = false
  const said = numbers?.slice(0, 2).map(({ measure, value }) => `${measure} ${value.toFixed(2)}`).join(', ')
  if (unknown) notice('In this browser: too short or too unusual to say.')
  else if (said) notice(`In this browser: ${said}, certainty ${certainty.toFixed(2)}. These left, the words did not.`)
})
