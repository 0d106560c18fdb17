// The audio worklet: sound in, one set of numbers a second out. No sample and no spectrum leaves this file.
import { jitterOf } from './jitter.ts';
import { createPitch, createSecond, levelOf, SILENT } from './pitch.ts';

declare const sampleRate: number;
declare function registerProcessor(name: string, type: unknown): void;
declare const AudioWorkletProcessor: { new (): { port: MessagePort } };

/** A window, of which the next begins half way through, s. */
const WINDOW = 0.064;

class Prosody extends AudioWorkletProcessor {
  private readonly window = new Float32Array(Math.round(WINDOW * sampleRate));
  private readonly hop = this.window.length >> 1;
  private readonly pitchOf = createPitch(sampleRate, this.window.length);
  private readonly second = createSecond();
  private filled = 0;
  private heard = 0;
  private loudest = 0;
  private busy = 0;

  process([[input]]: Float32Array[][]): boolean {
    if (!input) return true;
    for (let i = 0; i < input.length; i++) {
      this.window[this.filled++] = input[i]!;
      if (this.filled === this.window.length) this.look();
    }
    return true;
  }

  private look(): void {
    const began = Date.now();
    const level = levelOf(this.window);
    this.loudest = Math.max(this.loudest, level);
    const f0 = level > SILENT ? this.pitchOf(this.window) : 0;
    this.second.take(f0, level, f0 ? jitterOf(this.window, sampleRate, f0) : NaN);
    this.window.copyWithin(0, this.hop);
    this.filled = this.window.length - this.hop;
    this.heard += this.hop;
    this.busy += Date.now() - began;
    if (this.heard < sampleRate) return;
    this.heard -= sampleRate;
    this.port.postMessage({ ...this.second.close(), loudest: this.loudest, busy: this.busy });
    this.loudest = this.busy = 0;
  }
}

registerProcessor('rapport-prosody', Prosody);
