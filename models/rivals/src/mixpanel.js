import { sink, tell } from './tell.js'
import mixpanel from 'mixpanel-browser'

const kinds = { $mp_rage_click: 'rage', $mp_dead_click: 'dead' }

mixpanel.init('00000000000000000000000000000000', {
  api_host: sink,
  persistence: 'localStorage',
  autocapture: { click: true, rage_click: true, dead_click: true },
  hooks: {
    before_track: (name, properties) => {
      if (kinds[name]) tell(kinds[name])
      return properties
    }
  }
})
