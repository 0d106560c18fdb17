import { sink, tell } from './tell.js'
import * as Sentry from '@sentry/browser'

// Sentry decides on its server, from the replay's ui.slowClickDetected breadcrumbs (sentry, event_parser.py): a click on a
// link, button or field that stayed without effect to the time-out is dead, and rage from the fifth click on.
const judge = ({ data }) => {
  const crumb = data?.tag === 'breadcrumb' && data.payload
  if (!crumb || crumb.category !== 'ui.slowClickDetected') return
  const { endReason, node, clickCount = 0 } = crumb.data
  if (endReason !== 'timeout' || !['a', 'button', 'input'].includes(node?.tagName)) return
  tell(clickCount >= 5 ? 'rage' : 'dead')
}

Sentry.init({
  dsn: `http://00000000000000000000000000000000@${location.host}/1`,
  tunnel: sink,
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 1,
  integrations: [
    Sentry.replayIntegration({
      useCompression: false,
      beforeAddRecordingEvent: event => {
        judge(event)
        return event
      }
    })
  ],
  beforeSend: event => {
    tell('error')
    return event
  }
})
