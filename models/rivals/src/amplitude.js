import { sink, tell } from './tell.js'
import * as amplitude from '@amplitude/analytics-browser'

const kinds = {
  '[Amplitude] Rage Click': 'rage',
  '[Amplitude] Dead Click': 'dead',
  '[Amplitude] Error Click': 'error',
  '[Amplitude] Thrashed Cursor': 'thrash'
}

amplitude.add({
  name: 'tell',
  type: 'enrichment',
  setup: async () => {},
  execute: async event => {
    if (kinds[event.event_type]) tell(kinds[event.event_type])
    return event
  }
})
amplitude.init('00000000000000000000000000000000', {
  serverUrl: sink,
  fetchRemoteConfig: false,
  autocapture: {
    elementInteractions: true,
    frustrationInteractions: { rageClicks: true, deadClicks: true, errorClicks: true, thrashedCursor: true }
  }
})
