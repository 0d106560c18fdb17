/** The picture carousel: previous and next go round. */
import { $, say } from './dom.js'
import { picture, VIEW_COUNT } from './art.js'

/** Shows a product's pictures in `#stage`. */
export const startGallery = product => {
  let at = 0
  const show = () => {
    $('#stage').replaceChildren(picture(product, at))
    say('#slide-count', `${at + 1} of ${VIEW_COUNT}`)
  }
  const step = by => {
    at = (at + by + VIEW_COUNT) % VIEW_COUNT
    show()
  }
  $('#prev').addEventListener('click', () => step(-1))
  $('#next').addEventListener('click', () => step(1))
  $('#gallery').addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft') step(-1)
    if (event.key === 'ArrowRight') step(1)
  })
  show()
}
