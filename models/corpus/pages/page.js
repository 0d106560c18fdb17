// Three words the pages share.
const $ = css => document.querySelector(css)
const all = css => [...document.querySelectorAll(css)]
const on = (css, type, act) => all(css).forEach(e => e.addEventListener(type, event => act(event, e)))
const say = (css, text) => { $(css).textContent = text; $(css).hidden = false }
const submit = (css, act) => on(css, 'submit', event => { event.preventDefault(); act(event.target) })
