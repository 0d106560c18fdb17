// Plants one defect in an otherwise sound page: <script src="defects.js" data-type="dead" data-on="#apply"></script>.
// It changes what the page does, never what the visitor or the widget does.
(() => {
  const { type, on } = document.currentScript.dataset
  const swallow = event => { event.preventDefault(); event.stopImmediatePropagation() }
  const plants = {
    // The listeners are gone and a submit button no longer submits.
    dead(e) {
      const copy = e.cloneNode(true)
      if (copy.type === 'submit') copy.type = 'button'
      e.replaceWith(copy)
    },
    silent(e) {
      const form = e.closest('form')
      form.noValidate = true
      form.addEventListener('submit', swallow, true)
    },
    // A banner comes and goes above the control, as late content does.
    moving(e) {
      const banner = document.createElement('div')
      banner.textContent = 'Special offers this week'
      banner.style.cssText = 'height:84px;background:#ffe9b8;padding:20px;text-align:center'
      let turns = 0
      const turn = () => {
        const box = e.getBoundingClientRect()
        if (box.top > 0 && box.bottom < innerHeight) {
          banner.isConnected ? banner.remove() : document.body.prepend(banner)
          turns++
        }
        if (turns < 60) setTimeout(turn, 350 + 250 * (turns % 3))
      }
      setTimeout(turn, 1500)
    },
    error(e) {
      e.addEventListener('click', event => { swallow(event); undefined.total() }, true)
    },
    failed(e) {
      e.addEventListener('click', event => {
        swallow(event)
        fetch('/answer/fail', { method: 'POST', body: '{}' }).catch(() => {})
      }, true)
    },
    slow(e) {
      let pending = false, through = false
      e.addEventListener('click', event => {
        if (through) return
        swallow(event)
        if (pending) return
        pending = true
        fetch('/answer/slow?ms=5500').finally(() => {
          through = true
          e.click()
          through = pending = false
        })
      }, true)
    },
    lost(e) {
      let times = 0
      e.addEventListener('blur', () => setTimeout(() => { if (times++ < 4) e.value = '' }, 60))
    },
    format(e) {
      const problem = document.createElement('p')
      problem.className = 'problem'
      problem.textContent = 'Invalid value.'
      const form = e.closest('form')
      form.noValidate = true
      form.addEventListener('submit', event => {
        const bad = !/^[0-9a-z]+$/.test(e.value)
        e.setAttribute('aria-invalid', String(bad))
        if (bad) { swallow(event); e.after(problem) } else problem.remove()
      }, true)
    },
    misleading(e) {
      const note = document.createElement('p')
      note.className = 'note'
      e.addEventListener('click', event => {
        swallow(event)
        note.textContent = 'Thank you, we have noted your interest.'
        if (!note.isConnected) e.after(note)
      }, true)
    },
    tiny(e) {
      e.style.cssText += ';width:8px;height:8px;min-height:0;min-width:0;padding:0;border:0;overflow:hidden;font-size:3px;line-height:8px'
    },
    back() {
      history.pushState(null, '', location.href)
      addEventListener('popstate', () => history.pushState(null, '', location.href))
      addEventListener('hashchange', () => history.pushState(null, '', location.href))
    },
    spinner(e) {
      const spin = document.createElement('div')
      spin.className = 'spin'
      e.addEventListener('click', event => { swallow(event); if (!spin.isConnected) e.after(spin) }, true)
    },
    covered(e) {
      const sheet = document.createElement('div')
      sheet.style.cssText = 'position:absolute;z-index:9'
      const lay = () => {
        const box = e.getBoundingClientRect()
        Object.assign(sheet.style, {
          left: box.left + scrollX - 6 + 'px', top: box.top + scrollY - 6 + 'px',
          width: box.width + 12 + 'px', height: box.height + 12 + 'px'
        })
      }
      document.body.append(sheet)
      lay()
      setInterval(lay, 300)
    }
  }
  addEventListener('DOMContentLoaded', () => {
    const e = document.querySelector(on)
    if (!e) throw new Error('defects.js: nothing at ' + on)
    plants[type](e)
  })
})()
