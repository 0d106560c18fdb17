// Runs inside the measuring frame: joins the page that embeds it, asks for the device, and lets go of it when told.
import type { Told } from './host.ts';
import { forbids } from './policy.ts';

export interface Line {
  tell(told: Told): void;
}

/** What measures; `stop` lets go at once. */
export interface Meter {
  stop(): void;
}

/** A device that has sent nothing this long is away, ms. */
export const SILENCE = 3000;

/** Why a device was not given, as a state. */
export function refusal(error: unknown): Told {
  const { name = '' } = error as DOMException;
  if (name === 'NotAllowedError') return forbids('camera') && forbids('microphone') ? { state: 'blocked', note: 'policy' } : { state: 'refused' };
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return { state: 'unsupported', note: 'nodevice' };
  if (name === 'NotReadableError' || name === 'AbortError') return { state: 'unsupported', note: 'busy' };
  return { state: 'unsupported' };
}

/**
 * Chromium does not enforce the policy's `webrtc 'block'`: what could open a connection to another browser is taken away here, before
 * anything is asked for.
 */
function closeWhatNoPolicyCloses(): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name);
}

/** Waits for the one page that embeds this frame, then measures until it says stop or goes away. */
export function serve(measure: (line: Line) => Promise<Meter>): void {
  closeWhatNoPolicyCloses();
  let port: MessagePort | null = null;
  let meter: Meter | null = null;
  let over = false;
  const end = () => {
    over = true;
    meter?.stop();
    meter = null;
    port?.postMessage({ bye: true } satisfies Told);
  };
  addEventListener('message', ({ data, source, ports }) => {
    if (port || source !== parent || data !== 'rapport' || !ports[0]) return;
    port = ports[0];
    port.onmessage = ({ data: word }) => word === 'stop' && end();
    const tell = (told: Told) => port?.postMessage(told);
    tell({ hello: true });
    measure({ tell }).then(
      (made) => {
        meter = made;
        if (over) end();
      },
      (error: unknown) => tell(refusal(error)),
    );
  });
  addEventListener('pagehide', end);
}
