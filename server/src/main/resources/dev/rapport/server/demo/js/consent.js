/** The shop's own consent bar. Two equal buttons; nothing is kept before a choice; "Privacy choice" below changes it. */
import { $, h } from './dom.js'

/** What the shop asks for, channel by channel. */
const SHOP = {
  key: 'halfmoon.privacy',
  allowed: { friction: true, pointer: true, typing: true },
  question: 'May we count clicks, keys and scrolling on these pages, to notice when something does not work and help? Never what you type. ',
  about: 'privacy.html',
  chosen: () => {},
}

/** Tells Rapport the kept choice, or asks for one; `chosen` hears it, now and after every change. */
export const askConsent = (wish = {}) => {
  const { key, allowed, question, about, chosen } = { ...SHOP, ...wish }

  const kept = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const keep = choice => {
    try {
      localStorage.setItem(key, choice)
    } catch { /* storage is off: we ask again on the next page */ }
  }
  const tell = choice => {
    rapport('consent', choice === 'allow' ? allowed : false)
    chosen(choice === 'allow')
  }
  const close = () => {
    $('#consent')?.remove()
    document.documentElement.classList.remove('asking')
  }
  const choose = choice => {
    keep(choice)
    tell(choice)
    close()
  }
  const open = byVisitor => {
    close()
    const bar = h('section', { id: 'consent', class: 'consent', 'aria-label': 'Privacy choice', tabindex: '-1' },
      h('p', {}, question, h('a', { href: about }, 'What is collected')),
      h('div', { class: 'consent-buttons' },
        h('button', { type: 'button', class: 'secondary', id: 'consent-allow', onclick: () => choose('allow') }, 'Allow'),
        h('button', { type: 'button', class: 'secondary', id: 'consent-refuse', onclick: () => choose('refuse') }, 'No thanks')))
    document.body.append(bar)
    document.documentElement.classList.add('asking')
    if (byVisitor) bar.focus()
  }

  $('#privacy-choice').addEventListener('click', () => open(true))
  $('#privacy-change')?.addEventListener('click', () => open(true))
  const choice = kept()
  if (choice) tell(choice)
  else open(false)
}
