import { sink, tell } from './tell.js'
import posthog from 'posthog-js/dist/module.full.no-external'
import 'posthog-js/dist/dead-clicks-autocapture'
import 'posthog-js/dist/exception-autocapture'

const kinds = { $rageclick: 'rage', $dead_click: 'dead', $exception: 'error' }

posthog.init('phc_corpus', {
  api_host: sink,
  defaults: '2026-05-30',
  rageclick: true,
  capture_dead_clicks: true,
  capture_exceptions: true,
  disable_session_recording: true,
  disable_surveys: true,
  advanced_disable_flags: true,
  opt_out_useragent_filter: true,
  before_send: event => {
    if (event && kinds[event.event]) tell(kinds[event.event])
    return event
  }
})
