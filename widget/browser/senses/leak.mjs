// Tries every way out of a measuring frame that a script in it could take, from inside. The server's own paths are used, so that what
// gets out is seen there; `WAY` is in each of them.
import { rest } from '../visit.mjs';

/** @returns the ways by which something arrived at the server or at an address of another */
export async function leaksOf(frame, sink) {
  const before = sink.got.paths.length;
  const tried = await frame.evaluate(async (other) => {
    const quiet = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 1500))]).catch(() => {});
    const loads = (tag, key, url) => new Promise((done) => {
      const element = Object.assign(document.createElement(tag), { [key]: url, onload: done, onerror: done });
      if (tag === 'link') element.rel = 'stylesheet';
      document.head.append(element);
    });
    const out = [];
    await quiet(fetch('/leak-fetch', { method: 'POST', body: 'x' }));
    await quiet(fetch(`${other}/leak-elsewhere`, { mode: 'no-cors' }));
    for (const [tag, key] of [['img', 'src'], ['script', 'src'], ['link', 'href'], ['iframe', 'src'], ['video', 'src'], ['object', 'data']]) await quiet(loads(tag, key, `/leak-${tag}`));
    navigator.sendBeacon('/leak-beacon', 'x');
    try { new EventSource('/leak-events'); } catch { /* refused at once */ }
    try { new WebSocket(`${location.origin.replace('http', 'ws')}/leak-socket`); } catch { /* refused at once */ }
    try { new Worker('/leak-worker'); } catch { /* refused at once */ }
    await quiet(import('/leak-import'));
    const form = Object.assign(document.createElement('form'), { action: '/leak-form', method: 'post', target: '_self' });
    document.body.append(form);
    form.submit();
    if (open('/leak-window')) out.push('window');
    // A connection between browsers: one that found a way to be reached could send anything.
    try {
      const peer = new RTCPeerConnection();
      peer.onicecandidate = ({ candidate }) => candidate?.candidate && out.push('webrtc');
      peer.createDataChannel('leak');
      await quiet(peer.createOffer().then((offer) => peer.setLocalDescription(offer)));
      await new Promise((done) => setTimeout(done, 800));
      peer.close();
    } catch { /* refused at once */ }
    return out;
  }, `http://127.0.0.1:${sink.port}`);
  await rest(300);
  return [...new Set([...tried, ...sink.got.paths.slice(before).filter((path) => path.includes('leak'))])];
}
