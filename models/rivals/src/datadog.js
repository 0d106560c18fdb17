import { sink, tell } from './tell.js'
import { datadogRum } from '@datadog/browser-rum'

datadogRum.init({
  applicationId: '00000000-0000-4000-8000-000000000000',
  clientToken: 'pub00000000000000000000000000000000',
  site: 'datadoghq.com',
  proxy: sink,
  sessionSampleRate: 100,
  sessionReplaySampleRate: 0,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
  beforeSend: event => {
    for (const type of event.action?.frustration?.type ?? []) tell(type.split('_')[0])
    if (event.type === 'error' && event.error.source === 'source') tell('error')
    return true
  }
})
