// Bundles each product's script with the few lines that start it: dist/<product>.js.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'

const { products } = JSON.parse(readFileSync('package.json', 'utf8'))

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
