// Bundles each product's script with the few lines that start it: dist/<product>.js, and dist/versions.json.
import { build } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'

const products = {
  posthog: 'posthog-js',
  datadog: '@datadog/browser-rum',
  amplitude: '@amplitude/plugin-autocapture-browser',
  mixpanel: 'mixpanel-browser',
  sentry: '@sentry/browser',
  clarity: 'clarity-js'
}

await build({
  entryPoints: Object.keys(products).map(name => `src/${name}.js`),
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  logLevel: 'warning'
})

const versions = {}
for (const [name, from] of Object.entries(products)) {
  const { version } = JSON.parse(readFileSync(`node_modules/${from}/package.json`, 'utf8'))
  versions[name] = `${from} ${version}`
}
writeFileSync('dist/versions.json', JSON.stringify(versions, null, 2) + '\n')
