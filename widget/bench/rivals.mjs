// What is measured beside the widget: rivals as their documentation starts them, each bundled from its pinned npm package
// (bench/package.json). `/sink` swallows and counts whatever they upload; nothing leaves this machine.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { install } from '../build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const SINK = `location.origin + '/sink'`;

const SOURCES = {
  'rrweb record': ['@rrweb/record', `import { record } from '@rrweb/record';
    let events = [];
    record({ emit: (e) => events.push(e), maskAllInputs: true });
    setInterval(() => { if (!events.length) return; const body = JSON.stringify(events); events = [];
      fetch(${SINK}, { method: 'POST', body }); }, 5000);`],
  'PostHog': ['posthog-js', `import posthog from 'posthog-js';
    import 'posthog-js/dist/dead-clicks-autocapture';
    posthog.init('phc_bench', { api_host: ${SINK}, ui_host: ${SINK}, autocapture: true, rageclick: true,
      capture_dead_clicks: true, capture_pageview: true, capture_heatmaps: true, capture_performance: { web_vitals: false },
      disable_session_recording: true, disable_surveys: true, advanced_disable_flags: true,
      persistence: 'memory', opt_out_useragent_filter: true });`],
  'Clarity': ['clarity-js', `import { clarity } from 'clarity-js';
    clarity.start({ projectId: 'bench', upload: ${SINK}, delay: 1000, track: true, content: true, lean: false });`],
  'Sentry replay': ['@sentry/browser', `import { init, replayIntegration } from '@sentry/browser';
    init({ dsn: 'http://key@' + location.host + '/1', tunnel: ${SINK},
      integrations: [replayIntegration({ useCompression: true })], replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1 });`],
  'Datadog RUM': ['@datadog/browser-rum', `import { datadogRum } from '@datadog/browser-rum';
    datadogRum.init({ applicationId: 'bench', clientToken: 'pub0', site: 'datadoghq.com', service: 'bench', proxy: ${SINK},
      sessionSampleRate: 100, sessionReplaySampleRate: 0, trackUserInteractions: true, trackResources: true, trackLongTasks: true,
      trackingConsent: 'granted', sessionPersistence: 'local-storage' });`],
};

/** The rivals whose name contains one of `words` (all without words): name with version → script. */
export async function rivals(words) {
  install(here);
  const scripts = {};
  for (const [name, [from, contents]] of Object.entries(SOURCES)) {
    if (words.length && !words.some((word) => name.toLowerCase().includes(word))) continue;
    const { version } = JSON.parse(readFileSync(join(here, 'node_modules', from, 'package.json'), 'utf8'));
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: here, loader: 'js' }, bundle: true, minify: true, write: false,
      format: 'iife', target: 'es2022', legalComments: 'none', logLevel: 'error',
    });
    scripts[`${name} ${version}`] = Buffer.from(outputFiles[0].contents);
  }
  return scripts;
}
