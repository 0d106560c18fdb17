// Builds dist/: rapport.js (the tag), its lazy chunks (hints, doctor, senses and one for each sense), rapport.mjs with types,
// bindings, manifest.json.
//   node build.mjs               build, print sizes, fail over budget
//   node build.mjs --if-changed  only when a source changed since the last build
//   node build.mjs --out DIR     also copy what a server serves to DIR
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
/** Brotli sizes a visitor may be asked to load, in bytes (1 kB = 1024 B). */
const BUDGET = {
  'rapport.js': 10 * 1024, 'rapport-rare.js': 3.5 * 1024, 'rapport-hints.js': 6 * 1024, 'rapport-senses.js': 6 * 1024,
  'rapport-text.js': 2 * 1024, 'rapport-voice.js': 2 * 1024, 'rapport-prosody.js': 2 * 1024, 'rapport-heart.js': 2 * 1024, 'rapport-body.js': 2 * 1024,
};
/** Has a browser compile everything while it loads, beside the page's own thread, instead of one function after another under the visitor's hands. */
const EAGER = '//# allFunctionsCalledOnLoad\n';
/** Lazy chunks: file → entry. The core knows the hash of the first; the others are always the server's newest. */
const CHUNKS = {
  hints: 'hints/index.ts', rare: 'rare/index.ts', doctor: 'doctor/index.ts', senses: 'senses/index.ts', text: 'senses/text.ts', heart: 'senses/heart.ts', body: 'senses/body.ts',
  voice: 'senses/voice.ts', 'voice-frame': 'senses/voice-frame.ts', prosody: 'senses/prosody.ts', face: 'senses/face.ts', 'face-frame': 'senses/face-frame.ts',
};
/** Documents of the measuring frames: file → the script it runs. */
const FRAMES = { 'rapport-voice.html': 'rapport-voice-frame.js', 'rapport-face.html': 'rapport-face-frame.js' };
/** What the built-in face worker runs and may fetch; it knows the hash of each. */
const MESH = ['rapport-tfjs.wasm', 'rapport-facemesh.json', 'rapport-facemesh.bin', 'rapport-blazeface.json', 'rapport-blazeface.bin'];
/**
 * Policies of what runs beside a camera or microphone, the server's header for it: no connection, picture, form or other document,
 * and no script or worker but the named ones, so that nothing measured has a way out. Served as `FILE.csp`; HOST stands for the
 * server's own host.
 */
const framePolicy = (scripts, workers) => `default-src 'none'; script-src ${scripts}; worker-src ${workers}; base-uri 'none'; form-action 'none'; webrtc 'block'; sandbox allow-scripts allow-same-origin; frame-ancestors *`;
const POLICIES = {
  'rapport-voice.html': framePolicy('HOST/rapport-voice-frame.js HOST/rapport-prosody.js', "'none'"),
  'rapport-face.html': framePolicy('HOST/rapport-face-frame.js', 'HOST/rapport-face-worker.js'),
  // The worker may compile WebAssembly and fetch exactly the files of its model.
  'rapport-face-worker.js': `default-src 'none'; script-src 'wasm-unsafe-eval'; webrtc 'block'; connect-src ${MESH.map((file) => `HOST/${file}`).join(' ')}`,
  // The same for the one that runs an operator's own file.
  'rapport-landmarker-worker.js': `default-src 'none'; script-src HOST/rapport-vision.js 'wasm-unsafe-eval'; webrtc 'block'; connect-src ${['vision.wasm', 'landmarker.task'].map((file) => `HOST/rapport-${file}`).join(' ')}`,
};
/** Files of npm packages that the face workers run: served name → package, path. */
const MODEL = {
  'rapport-tfjs.wasm': '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  'rapport-facemesh.json': '@vladmandic/human/models/facemesh.json',
  'rapport-facemesh.bin': '@vladmandic/human/models/facemesh.bin',
  'rapport-blazeface.json': '@vladmandic/human/models/blazeface.json',
  'rapport-blazeface.bin': '@vladmandic/human/models/blazeface.bin',
  'rapport-vision.js': '@mediapipe/tasks-vision/wasm/vision_wasm_internal.js',
  'rapport-vision.wasm': '@mediapipe/tasks-vision/wasm/vision_wasm_internal.wasm',
  'rapport-face-licences.txt': '@vladmandic/human/LICENSE',
};
/** The text table that the server's own model is made of. */
const TABLE = join(here, '../models/src/main/resources/dev/rapport/models/text/text-table.bin');
/** What the numbers of a frame are called and mean, for pages that show what leaves. */
const SCHEMA = join(here, '../core/src/main/resources/dev/rapport/frame/frame-schema.json');
/** Files the server's jar carries. */
const SERVED = ['rapport.js', ...Object.keys(CHUNKS).map((name) => `rapport-${name}.js`), ...Object.keys(FRAMES), ...Object.keys(POLICIES).map((name) => `${name}.csp`), 'rapport-face-worker.js', 'rapport-landmarker-worker.js', ...Object.keys(MODEL), 'rapport-text.bin', 'rapport-fields.json', 'manifest.json'];

const hashOf = (bytes, algorithm = 'sha256', form = 'hex') => createHash(algorithm).update(bytes).digest(form);

/** A file of an npm package as it is served: a model names its file of weights. */
function served(name) {
  const bytes = readFileSync(join(here, 'node_modules', MODEL[name]));
  return name.endsWith('.json') ? Buffer.from(bytes.toString().replace(/"paths":\s*\["(\w+\.bin)"\]/, '"paths":["rapport-$1"]')) : bytes;
}

/** The npm that lies beside this Node, else the one on the PATH. */
function npm() {
  const beside = join(dirname(dirname(process.execPath)), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, [beside]] : ['npm', []];
}

/** Installs what the lock file in `folder` names when it changed since the last time. */
export function install(folder = here) {
  const lock = hashOf(readFileSync(join(folder, 'package-lock.json')));
  const stamp = join(folder, 'node_modules', '.rapport-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const [program, first] = npm();
  const { status } = spawnSync(program, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder, stdio: 'inherit', shell: program === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed: is the npm registry reachable, and npm on the PATH?');
  writeFileSync(stamp, lock);
}

/** One hash of everything that the built files are made of. */
function sourcesHash() {
  const sum = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else sum.update(path.slice(here.length)).update(readFileSync(path));
    }
  };
  walk(join(here, 'src'));
  for (const file of [join(here, 'package-lock.json'), join(here, 'tsconfig.json'), join(here, 'build.mjs'), TABLE, SCHEMA]) sum.update(readFileSync(file));
  return sum.digest('hex');
}

export const sizesOf = (bytes) => ({
  bytes: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});

async function build() {
  const { build: bundle, transform } = await import('esbuild');
  const styles = {
    name: 'styles',
    setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    }),
  };
  const { minify } = await import('terser');
  execFileSync(process.execPath, [join(here, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', here], { stdio: 'inherit' });
  const BUILD = JSON.stringify(sourcesHash().slice(0, 6));
  let mangleCache = {};
  const make = async (entry, format, define = {}, external = []) => {
    const result = await bundle({
      entryPoints: [join(here, 'src', entry)], bundle: true, minify: true, write: false, format, define, external, plugins: [styles],
      target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'error',
      mangleProps: /^_[a-zA-Z]/, mangleCache, // one cache: a private name is the same short one in every file
    });
    mangleCache = result.mangleCache;
    // A second pass by another minifier: 7 % less after compression.
    const { code } = await minify(result.outputFiles[0].text, {
      ecma: 2020, module: format === 'esm', toplevel: true,
      compress: { passes: 6, sequences: false, unsafe_arrows: true, keep_fargs: false, pure_getters: true, unsafe: true, hoist_funs: true },
    });
    return Buffer.from(`${/^(tag|rare)/.test(entry) ? EAGER : ''}${code}`);
  };
  /** A worker with libraries of others, whose private names must stay. */
  const worker = async (entry, define = {}) => Buffer.from((await bundle({
    entryPoints: [join(here, 'src', entry)], bundle: true, minify: true, write: false, define, format: 'iife', target: 'es2022', charset: 'utf8', legalComments: 'eof', logLevel: 'error',
  })).outputFiles[0].contents);
  const chunks = {};
  for (const [name, entry] of Object.entries(CHUNKS)) chunks[`rapport-${name}.js`] = await make(entry, 'iife', { BUILD, TABLE_HASH: JSON.stringify(hashOf(readFileSync(TABLE))) });
  const hints = chunks['rapport-hints.js'];
  const define = {
    BUILD,
    HINTS_HASH: JSON.stringify(hashOf(hints).slice(0, 16)),
    HINTS_INTEGRITY: JSON.stringify(`sha256-${hashOf(hints, 'sha256', 'base64')}`),
  };
  const files = {
    'rapport.js': await make('tag.ts', 'iife', define),
    ...chunks,
    'rapport-face-worker.js': await worker('senses/face-worker.ts', { MODEL_HASHES: JSON.stringify(Object.fromEntries(MESH.map((name) => [name, hashOf(served(name))]))) }),
    'rapport-landmarker-worker.js': await worker('senses/landmarker-worker.ts'),
    'rapport.mjs': await make('module.ts', 'esm', define),
    'react.mjs': await make('bindings/react.ts', 'esm', define, ['react']),
    'vue.mjs': await make('bindings/vue.ts', 'esm', define, ['vue']),
  };
  mkdirSync(dist, { recursive: true });
  for (const [name, script] of Object.entries(FRAMES))
    writeFileSync(join(dist, name), `<!doctype html><meta charset="utf-8"><title>Rapport</title><script src="${script}"></script>\n`);
  for (const [name, policy] of Object.entries(POLICIES)) writeFileSync(join(dist, `${name}.csp`), `${policy}\n`);
  cpSync(TABLE, join(dist, 'rapport-text.bin'));
  const fields = JSON.parse(readFileSync(SCHEMA, 'utf8')).summary.map(({ name, unit, channel, means }) => ({ name, unit, channel, means }));
  writeFileSync(join(dist, 'rapport-fields.json'), `${JSON.stringify(fields)}\n`);
  for (const name of Object.keys(MODEL)) writeFileSync(join(dist, name), served(name));
  const licences = join(dist, 'rapport-face-licences.txt');
  writeFileSync(licences, `${readFileSync(licences)}\n\nrapport-vision.js, rapport-vision.wasm and a part of rapport-landmarker-worker.js: MediaPipe Tasks for the web 0.10.35, copyright The MediaPipe Authors, under the Apache License 2.0:\n\n${readFileSync(join(here, '../LICENSE'))}`);
  const manifest = { files: {} };
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(dist, name), bytes);
    if (name.endsWith('.js'))
      manifest.files[name] = {
        hash: hashOf(bytes).slice(0, 16), integrity: `sha384-${hashOf(bytes, 'sha384', 'base64')}`, ...sizesOf(bytes),
      };
  }
  writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Prints what each file weighs; false when one is over its budget. */
export function printSizes() {
  const kB = (bytes) => (bytes / 1024).toFixed(2).padStart(7);
  console.log('file                     min kB gzip kB brotli kB  budget');
  let fits = true;
  for (const name of [...SERVED.filter((file) => /\.(js|bin|wasm)$/.test(file)), 'rapport.mjs']) {
    const { bytes, gzip, brotli } = sizesOf(readFileSync(join(dist, name)));
    const over = BUDGET[name] && brotli > BUDGET[name];
    console.log(`${name.padEnd(23)} ${kB(bytes)} ${kB(gzip)}   ${kB(brotli)} ${BUDGET[name] ? kB(BUDGET[name]) : ''}${over ? '  over budget' : ''}`);
    fits &&= !over;
  }
  return fits;
}

/** Makes dist/ what the sources say, and `out`, when given, a copy of what a server serves. */
export async function ensureBuilt({ ifChanged = true, out = '', quiet = false } = {}) {
  install();
  const stamp = join(dist, '.sources');
  const hash = sourcesHash();
  const fresh = ifChanged && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!fresh) {
    rmSync(join(dist, 'types'), { recursive: true, force: true }); // the files stay until new ones are there: something may serve them
    await build();
    if (!printSizes()) throw new Error('rapport widget: over budget');
    writeFileSync(stamp, hash);
  } else if (!quiet) console.log('rapport widget: unchanged since the last build');
  if (!out) return;
  mkdirSync(out, { recursive: true });
  for (const name of SERVED) cpSync(join(dist, name), join(out, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean' }, out: { type: 'string' } } });
  try {
    await ensureBuilt({ ifChanged: values['if-changed'], out: values.out });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
