import { forbids } from './policy.ts';
import type { Bench, Note, Running, State } from './sense.ts';

/** What a measuring frame tells the page: numbers and words, never a picture or sound. */
export type Told =
  | { hello: true }
  | { state: State; note?: Note }
  | { note: Note }
  | { values: number[]; facts?: Record<string, unknown> }
  | { bye: true };

/** A frame that has not answered by now was not let in, ms. */
const PATIENCE = 8000;

/**
 * Measures in a hidden frame of the server's own origin, whose policy lets nothing out: the page cannot reach the camera's or
 * microphone's stream, and the frame cannot reach the network. One private channel joins them.
 */
export function measureInFrame(bench: Bench, file: string, allow: string, feature: string): Running {
  const { here } = bench;
  if (!isSecureContext || !navigator.mediaDevices) {
    bench.state('unsupported', isSecureContext ? '' : 'insecure');
    return { stop() {} };
  }
  const origin = new URL(bench.base).origin;
  if (forbids(feature, origin)) {
    bench.state('blocked', 'policy');
    return { stop() {} };
  }
  const frame = here.claim(document.createElement('iframe'));
  const { port1, port2 } = new MessageChannel();
  let open = true;
  let heard = false;
  let late = () => {};
  const remove = bench.keep(frame);
  const stop = () => {
    if (!open) return;
    open = false;
    late();
    port1.postMessage('stop');
    // The frame lets go of the device and says so; it is taken away at the latest half a second later, which ends it anyway.
    const away = () => {
      remove();
      port1.close();
    };
    port1.onmessage = ({ data }) => (data as { bye?: true }).bye && away();
    here.after(500, away);
  };
  port1.onmessage = here.guard(({ data }: MessageEvent<Told>) => {
    if (!open) return;
    heard = true;
    if ('values' in data) {
      bench.sample(data.values);
      if (data.facts) bench.tell(data.facts);
    } else if ('state' in data) bench.state(data.state, data.note);
    else if ('note' in data) bench.note(data.note);
    else if ('bye' in data) bench.state('lost'); // it went away by itself
  });
  frame.allow = allow;
  frame.title = 'Rapport';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  let loads = 0;
  frame.addEventListener(
    'load',
    here.guard(() => {
      if (!loads++) frame.contentWindow?.postMessage('rapport', origin, [port2]);
      else if (open) bench.state('lost'); // it is at another address now, and measures nothing
    }),
  );
  frame.src = `${bench.base}${file}`;
  late = here.after(PATIENCE, () => heard || bench.state('blocked', 'frame'));
  return { stop };
}
