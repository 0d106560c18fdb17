// A small stand-in for the server, for browser checks and the bench: serves dist/ and pages, and speaks rapport.v1.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const schema = JSON.parse(readFileSync(join(root, '../core/src/main/resources/dev/rapport/frame/frame-schema.json'), 'utf8'));

const TYPES = { html: 'text/html; charset=utf-8', bin: 'application/octet-stream', task: 'application/octet-stream', json: 'application/json', wasm: 'application/wasm', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2' };

/** Reads the CBOR that the widget writes. */
export function decode(bytes) {
  let at = 0;
  const count = (info) => {
    if (info < 24) return info;
    let value = 0;
    for (let left = 1 << (info - 24); left--; ) value = value * 256 + bytes[at++];
    return value;
  };
  const item = () => {
    const head = bytes[at++], major = head >> 5, info = head & 31;
    if (major === 7) return info === 21 ? true : info === 20 ? false : null;
    const n = count(info);
    if (major === 0) return n;
    if (major === 1) return -1 - n;
    if (major === 3) { at += n; return new TextDecoder().decode(bytes.subarray(at - n, at)); }
    if (major === 4) return Array.from({ length: n }, item);
    if (major === 5) return Object.fromEntries(Array.from({ length: n }, () => [item(), item()]));
    throw new Error(`major type ${major}`);
  };
  const value = item();
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes too many`);
  return value;
}

/** A frame with its numbers named by the schema. */
export function named([, sequence, second, page, state, summary, signals, events]) {
  return {
    sequence, second, page, state,
    summary: Object.fromEntries(schema.summary.map((f, i) => [f.name, summary[i]]).filter(([, v]) => v)),
    signals: signals.map(([k, element, magnitude]) => ({ kind: schema.signals[k].name, element, magnitude })),
    events: events.map(([k, name, value]) => ({ kind: schema.events[k].name, name, value })),
  };
}

/** @param pages path → html, or a function of the request; @param folders prefix → folder of files served below it; @param spoiled file → `{ body, policy }` served in place of the built ones; @returns the running server with what it received */
export async function startSink({ pages = {}, scripts = {}, folders = {}, spoiled = {}, channels = ['friction', 'typing', 'pointer'], answer = true } = {}) {
  const got = { greetings: 0, hellos: [], frames: [], bodies: [], requests: 0, bytes: 0, sockets: new Set(), posts: 0, uploads: 0, paths: [] };
  const highest = new Map();
  const take = (message, session) => {
    if (message[0] === 0) { got.hellos.push(message); return message[2]; }
    const frame = { ...named(message), at: Date.now() };
    if (frame.sequence > (highest.get(session) ?? 0)) {
      highest.set(session, frame.sequence);
      got.frames.push(frame);
    }
    return session;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    got.paths.push(path);
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'POST') {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        got.requests++;
        got.bytes += body.length;
        if (path !== '/v1/frames') { got.uploads++; response.setHeader('content-type', 'application/json'); response.end('{}'); return; }
        got.posts++;
        got.bodies.push(body);
        let session = '';
        for (const message of decode(body)) session = take(message, session);
        response.end(JSON.stringify([{ t: 'ack', seq: highest.get(session) ?? 0 }]));
      });
      return;
    }
    const dist = /^(?:\/w\/[0-9a-f]{16})?\/(rapport(?:-[\w-]+)?\.(?:m?js|html|bin|json|wasm|task))$/.exec(path)?.[1];
    const page = pages[path];
    const policy = dist && join(root, 'dist', `${dist}.csp`);
    if (dist && existsSync(policy)) response.setHeader('content-security-policy', (spoiled[dist]?.policy ?? readFileSync(policy, 'utf8')).trim().replaceAll('HOST', request.headers.host));
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    const file = prefix && join(folders[prefix], path.slice(prefix.length), path.endsWith('/') ? 'index.html' : '');
    if (dist && (spoiled[dist]?.body || existsSync(join(root, 'dist', dist)))) response.setHeader('content-type', TYPES[dist.replace(/.*\./, '')] ?? 'text/javascript').end(spoiled[dist]?.body ?? readFileSync(join(root, 'dist', dist)));
    else if (file && existsSync(file)) response.setHeader('content-type', TYPES[file.replace(/.*\./, '')] ?? 'text/javascript').end(readFileSync(file));
    else if (scripts[path]) response.setHeader('content-type', 'text/javascript').end(scripts[path]);
    else if (page) {
      const { html, headers = {}, status = 200, wait = 0 } = typeof page === 'function' ? page(request) : typeof page === 'string' ? { html: page } : page;
      setTimeout(() => response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html), wait);
    } else response.writeHead(path === '/healthz' || path === '/favicon.ico' ? 204 : 404).end();
  });
  const sockets = new WebSocketServer({ server, handleProtocols: (asked) => (asked.has('rapport.v1') ? 'rapport.v1' : [...asked][0] ?? false) });
  sockets.on('connection', (socket, { url }) => {
    let session = '';
    got.paths.push(url);
    got.sockets.add(socket);
    socket.on('close', () => got.sockets.delete(socket));
    socket.on('message', (data, binary) => {
      got.requests++;
      got.bytes += data.length;
      got.bodies.push(data);
      if (!answer) return;
      const message = binary ? decode(data) : JSON.parse(data.toString());
      if (message[0] === 0) got.greetings++;
      session = take(message, session);
      const seq = highest.get(session) ?? 0;
      socket.send(JSON.stringify(message[0] === 0 ? { t: 'welcome', seq, channels, paused: false } : { t: 'ack', seq }));
    });
  });
  await new Promise((done) => server.listen(0, done));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    got,
    push: (message) => { for (const socket of got.sockets) socket.send(JSON.stringify(message)); },
    hangUp: (code) => { for (const socket of got.sockets) socket.close(code); },
    forget() { got.greetings = 0; got.hellos = []; got.frames = []; got.bodies = []; got.paths = []; got.requests = got.bytes = got.posts = got.uploads = 0; },
    close: () => new Promise((done) => { for (const socket of got.sockets) socket.terminate(); server.closeAllConnections(); server.close(done); }),
  };
}
