// What all products share: where uploads go, and how an event of theirs is told to the evaluation.
// Products that refuse automated browsers see an ordinary one.
Object.defineProperty(navigator, 'webdriver', { get: () => false })
const ordinary = navigator.userAgent.replace('HeadlessChrome', 'Chrome')
Object.defineProperty(navigator, 'userAgent', { get: () => ordinary })

/** Answers 200 to everything. */
export const sink = location.origin + '/answer/sink'

/** Tells that the product reported friction now; `kind` is rage, dead, error or thrash. A DevTools binding: no request, no DOM. */
export const tell = kind => window.rivalTells?.(kind)
