// An operator's own landmarker file in place of the built-in mesh. A real one is not part of this repository: with
// RAPPORT_FACE_LANDMARKER=FILE the whole film is played to it, without one the real runtime is given files that will not do.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { camera, film } from './face.mjs';
import { must, stage, until } from './stage.mjs';

const dist = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist');
const built = (name) => readFileSync(join(dist, name));
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What a server serves that was started with this file and hash. */
const served = (file, pinned = hash(file)) => ({
  'rapport-face-worker.js': { body: `self.rapportLandmarker="${pinned}";\n${built('rapport-landmarker-worker.js')}`, policy: built('rapport-landmarker-worker.js.csp').toString() },
  'rapport-landmarker.task': { body: file },
});

const refused = (name, file, pinned, loads, note, words) => ({
  name: `senses: ${name}`,
  run: () => stage({ spoiled: served(file, pinned) }, camera([{ seconds: 20, faces: 1 }]), async (here) => {
    const { p, start, state, context } = here;
    const asked = [];
    const said = [];
    context.on('request', (request) => asked.push(request.url()));
    context.on('console', (message) => said.push(message.text()));
    await start('face');
    must(await until(async () => (await state('face'))?.state === 'blocked', 60_000), `state ${JSON.stringify(await state('face'))}`);
    must((await state('face')).note === note, `another reason: ${JSON.stringify(await state('face'))}`);
    must(asked.some((url) => url.endsWith('/rapport-vision.wasm')) === loads, `the runtime was ${loads ? 'not ' : ''}loaded: ${asked}`);
    must(said.some((text) => words.test(text)), `it does not say why: ${said}`);
    must(!(await p.evaluate(() => window.asked)) && !p.frames().some((one) => one.url().endsWith('/rapport-face.html')), 'the camera or its frame is on');
    must(!asked.some((url) => /tfjs|facemesh|blazeface/.test(url)), 'the built-in model was loaded too');
    await here.frictionGoesOn();
    here.faults.length = 0; // the runtime's own words about the file
  }),
});

const given = process.env.RAPPORT_FACE_LANDMARKER;

export const landmarker = [
  refused('a landmarker file that is not the pinned one says so, nothing is run, and the camera stays off', Buffer.alloc(5000, 7), hash(Buffer.from('another')), false, 'hash', /is another file/),
  refused('a pinned landmarker file that is none says so after its runtime looked at it, from our server alone, and the camera stays off', Buffer.alloc(5000, 7), undefined, true, 'file', /rapport face: .*(zip|model|Unable|INVALID|metadata|error)/i),
  ...(given ? [film('a landmarker file of the operator', { spoiled: served(readFileSync(given)) })] : []),
];
