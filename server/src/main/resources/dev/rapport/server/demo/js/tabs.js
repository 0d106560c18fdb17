/** A tab list with arrow keys. */
import { $, all } from './dom.js'

/** Makes every `[role=tablist]` on the page work. */
export const startTabs = () => {
  const tabs = all('[role=tab]')
  const select = tab => {
    for (const each of tabs) {
      const chosen = each === tab
      each.setAttribute('aria-selected', String(chosen))
      each.tabIndex = chosen ? 0 : -1
      $(`#${each.getAttribute('aria-controls')}`).hidden = !chosen
    }
  }
  for (const tab of tabs) {
    tab.addEventListener('click', () => select(tab))
    tab.addEventListener('keydown', event => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      if (!by) return
      const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length]
      select(next)
      next.focus()
    })
  }
}
