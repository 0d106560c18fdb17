/** A quantity stepper: minus, number, plus. At an end it nods instead of going on. */
import { calm } from './dom.js'

/** Wires two buttons and an output; `changed` gets each new number. */
export const startStepper = (minus, plus, output, { least = 1, most = 20, changed = () => {} } = {}) => {
  const step = by => {
    const now = Number(output.textContent)
    const next = Math.min(most, Math.max(least, now + by))
    if (next === now) {
      if (!calm()) output.animate([{ translate: '0' }, { translate: `${by * 5}px` }, { translate: '0' }], 180)
      output.dataset.end = by < 0 ? 'least' : 'most'
      return
    }
    delete output.dataset.end
    output.textContent = String(next)
    changed(next)
  }
  minus.addEventListener('click', () => step(-1))
  plus.addEventListener('click', () => step(1))
}
