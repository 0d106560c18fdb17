/** Planted: a delivery notice that arrives late and pushes "Continue" down just as it is reached for. */
import { $, h } from './dom.js'

/** At the latest after this time, ms. */
const LATEST = 6000
/** After the pointer reached the button, ms: about when a hand presses. */
const REACHED = 120

/** Lets the notice come once. */
export const plantLateBanner = () => {
  let come = false
  const arrive = () => {
    if (come) return
    come = true
    $('#late-banner').append(
      h('p', { class: 'late' }, h('strong', {}, 'Good news: '), 'we roast tomorrow. Order by six this evening and your coffee leaves the house on Wednesday, with the first van, still warm. Ask us if you need it sooner.'))
  }
  $('#continue').addEventListener('pointerenter', () => setTimeout(arrive, REACHED))
  setTimeout(arrive, LATEST)
}
