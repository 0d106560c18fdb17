// A made-up voice for Chromium's fake microphone: a train of glottal pulses through two formants, in syllables.
import { writeFileSync } from 'node:fs';

const RATE = 16_000;

/**
 * Writes a WAV file (16 bit, mono) of the given parts in turn.
 *
 * @param parts `{ seconds, pitch (Hz), range (semitones, slow up and down), level (0 to 1), syllables (a second) }`; level 0 is silence
 */
export function writeVoice(file, parts) {
  const samples = [];
  const formants = [[700, 0.97], [1200, 0.95]].map(([hz, r]) => ({ a: 2 * r * Math.cos((2 * Math.PI * hz) / RATE), b: -r * r, y1: 0, y2: 0 }));
  let phase = 0;
  let time = 0;
  for (const { seconds, pitch, range, level, syllables } of parts) {
    for (let n = Math.round(seconds * RATE); n--; time += 1 / RATE) {
      const f0 = pitch * 2 ** ((range / 12) * Math.sin(2 * Math.PI * 1.3 * time));
      phase += f0 / RATE;
      const pulse = phase >= 1 ? ((phase -= 1), 1) : 0;
      let x = pulse;
      for (const f of formants) {
        const y = x * 0.08 + f.a * f.y1 + f.b * f.y2;
        f.y2 = f.y1;
        f.y1 = y;
        x = y;
      }
      // A syllable swells and fades; the gap between two is silent.
      const place = (time * syllables) % 1;
      const swell = place < 0.7 ? Math.sin((Math.PI * place) / 0.7) : 0;
      samples.push(Math.max(-1, Math.min(1, x * 3 * level * swell)));
    }
  }
  const body = Buffer.alloc(44 + 2 * samples.length);
  body.write('RIFF', 0);
  body.writeUInt32LE(36 + 2 * samples.length, 4);
  body.write('WAVEfmt ', 8);
  body.writeUInt32LE(16, 16);
  body.writeUInt16LE(1, 20);
  body.writeUInt16LE(1, 22);
  body.writeUInt32LE(RATE, 24);
  body.writeUInt32LE(2 * RATE, 28);
  body.writeUInt16LE(2, 32);
  body.writeUInt16LE(16, 34);
  body.write('data', 36);
  body.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((x, i) => body.writeInt16LE(Math.round(x * 32_000), 44 + 2 * i));
  writeFileSync(file, body);
  return body;
}
