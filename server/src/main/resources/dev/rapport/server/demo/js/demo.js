/** What the demos beside the shop share: consent in their own words, and the verbs by which Rapport lets a page adapt itself. */
import { askConsent } from './consent.js'

/** Calls `adapt` when Rapport asks for the verb `name`, also when it did so before this script ran. */
export const onVerb = (name, adapt) => {
  addEventListener(`rapport:${name}`, adapt)
  if (document.documentElement.classList.contains(`rapport-${name}`)) adapt()
}

/** Asks for consent to these channels; each demo is a site of its own, so each asks for itself. */
export const ask = (demo, allowed, question, chosen) =>
  askConsent({ key: `halfmoon.privacy.${demo}`, allowed, question: `${question} `, about: '../privacy.html', chosen })
