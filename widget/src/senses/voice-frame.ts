// The frame that listens: microphone → worklet → one set of numbers a second, told to the page that embeds it.
import { type Line, type Meter, serve, SILENCE } from './frame.ts';
import type { Second } from './pitch.ts';

/** A second with less voice than this says nothing about how somebody speaks. */
const VOICED = 0.2;

async function listen({ tell }: Line): Promise<Meter> {
  // Gain control and noise suppression would flatten exactly what is measured.
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
  const [track] = stream.getAudioTracks();
  const context = new AudioContext();
  let last = performance.now();
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    stream.getTracks().forEach((one) => one.stop());
    void context.close().catch(() => {});
  };
  let node: AudioWorkletNode;
  try {
    await context.audioWorklet.addModule('rapport-prosody.js');
    node = new AudioWorkletNode(context, 'rapport-prosody', { numberOfOutputs: 0 }); // throws where the file was another
  } catch {
    stop();
    tell({ state: 'blocked', note: 'file' });
    return { stop() {} };
  }
  node.port.onmessage = ({ data }: MessageEvent<Second & { loudest: number; busy: number }>) => {
    last = performance.now();
    const { pitch, spread, level, voiced, onsets, jitter, busy } = data;
    if (track!.muted) tell({ note: 'away' });
    else if (voiced < VOICED) tell({ note: 'quiet' });
    else tell({ values: [pitch, spread, level, onsets, jitter, 100 * voiced], facts: { busy } });
  };
  context.createMediaStreamSource(stream).connect(node);
  void context.resume();
  track!.onended = () => {
    stop();
    tell({ state: 'lost' });
  };
  tell({ state: 'learning' });
  timer = window.setInterval(() => {
    if (performance.now() - last > SILENCE) tell({ note: 'away' });
    void context.resume();
  }, 1000);
  return { stop };
}

serve(listen);
