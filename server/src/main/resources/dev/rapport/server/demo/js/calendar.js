/** The delivery calendar: an own grid with roving focus. Days that cannot be had say why. */
import { $, h, say } from './dom.js'

/** Months ahead that can be booked. */
const AHEAD = 11
const DAY = 86_400_000
const KEYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const key = date => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
const long = date => date.toLocaleDateString('en-IE', { weekday: 'long', day: 'numeric', month: 'long' })

/** Draws the calendar into `#calendar`. */
export const startCalendar = () => {
  const today = new Date()
  today.setHours(12, 0, 0, 0)
  const first = new Date(today.getTime() + 2 * DAY)
  // Near a month's end the calendar opens on the next month, which has more to offer.
  const open = new Date(first.getFullYear(), first.getMonth() + (first.getDate() > 21 ? 1 : 0), 1, 12)
  let shown = open
  let focus = shown > first ? shown : first
  let picked = ''

  const why = date => (date < first ? 'That is too soon: we need two days.' : date.getDay() === 0 ? 'Nothing is delivered on Sundays.' : '')

  const dayButton = date => {
    const reason = why(date)
    return h('button', {
      type: 'button', 'data-day': date.getDate(), 'data-date': key(date),
      tabindex: key(date) === key(focus) ? '0' : '-1',
      'aria-label': long(date), 'aria-disabled': reason ? 'true' : false,
      onclick: () => {
        focus = date
        if (!reason) picked = key(date)
        say('#delivery-note', reason || `Arrives on ${long(date)}.`)
        draw()
        $(`#days [data-date="${key(date)}"]`).focus()
      },
    }, String(date.getDate()))
  }

  const draw = () => {
    const month = shown.getMonth()
    say('#month', shown.toLocaleDateString('en-IE', { month: 'long', year: 'numeric' }))
    const start = new Date(shown)
    start.setDate(1 - ((shown.getDay() + 6) % 7))
    const weeks = []
    for (let at = start; at.getMonth() === month || weeks.length === 0;) {
      const row = h('tr')
      for (let i = 0; i < 7; i++) {
        const date = new Date(at)
        const chosen = key(date) === picked
        row.append(h('td', { role: 'gridcell', 'aria-selected': chosen ? 'true' : false }, date.getMonth() === month && dayButton(date)))
        at = new Date(at.getTime() + DAY)
        at.setHours(12)
      }
      weeks.push(row)
    }
    $('#days').replaceChildren(...weeks)
  }

  const distance = date => (date.getFullYear() - first.getFullYear()) * 12 + date.getMonth() - first.getMonth()

  const turn = by => {
    const next = new Date(shown.getFullYear(), shown.getMonth() + by, 1, 12)
    if (distance(next) < 0 || distance(next) > AHEAD) {
      say('#delivery-note', by < 0 ? 'That is the first month we deliver in.' : 'That is as far ahead as we plan.')
      $('#month').animate([{ translate: `${by * 6}px` }, { translate: '0' }], 200)
      return false
    }
    shown = next
    focus = distance(next) === 0 ? first : next
    say('#delivery-note', picked ? $('#delivery-note').textContent : 'Pick a day, or leave it to us.')
    draw()
    return true
  }

  $('#month-prev').addEventListener('click', () => turn(-1))
  $('#month-next').addEventListener('click', () => turn(1))
  $('#days').addEventListener('keydown', event => {
    const by = KEYS[event.key]
    if (!by) return
    event.preventDefault()
    const next = new Date(focus.getTime() + by * DAY)
    if (next.getMonth() !== shown.getMonth() && !turn(Math.sign(by))) return
    focus = next
    draw()
    $(`#days [data-date="${key(next)}"]`).focus()
  })
  draw()
  return () => picked
}
