// Made-up films for Chromium's fake camera (YUV4MPEG2), from one portrait in the public domain: Eileen Collins, NASA, 1999.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { startChromium } from '../chromium.mjs';

const WIDTH = 640;
const HEIGHT = 480;
const PORTRAIT = readFileSync(new URL('astronaut.jpg', import.meta.url));

/** The pictures of a film; each is drawn by a page, since browsers read JPEG and Node does not. */
async function draw(scenes) {
  const browser = await startChromium();
  const page = await browser.newPage();
  const pictures = await page.evaluate(async ({ portrait, scenes: list, w, h }) => {
    const image = await createImageBitmap(await (await fetch(portrait)).blob());
    const art = new OffscreenCanvas(w, h).getContext('2d');
    return list.map(({ faces, light = 1, size = 1, tall = 1, black = false }) => {
      art.filter = 'none';
      art.fillStyle = black ? '#000' : '#55606a';
      art.fillRect(0, 0, w, h);
      if (!black) for (let i = 0; i < 40; i++) { art.fillStyle = `hsl(${i * 37} 20% ${25 + (i % 5) * 8}%)`; art.fillRect((i * 97) % w, (i * 61) % h, 50, 40); }
      art.filter = `brightness(${light})`;
      for (let i = 0; i < faces; i++) {
        const [width, height] = [300 * size, 300 * size * tall];
        art.drawImage(image, (w * (2 * i + 1)) / (2 * faces) - width / 2, h / 2 - height / 2, width, height);
      }
      const { data } = art.getImageData(0, 0, w, h);
      const yuv = new Uint8Array(w * h * 1.5);
      for (let y = 0, at = 0; y < h; y++) for (let x = 0; x < w; x++, at++) {
        const [r, g, b] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
        yuv[at] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
        if (y % 2 || x % 2) continue;
        const half = (y / 2) * (w / 2) + x / 2;
        yuv[w * h + half] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
        yuv[w * h * 1.25 + half] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
      }
      let text = '';
      for (let i = 0; i < yuv.length; i += 8192) text += String.fromCharCode(...yuv.subarray(i, i + 8192));
      return btoa(text);
    });
  }, { portrait: `data:image/jpeg;base64,${PORTRAIT.toString('base64')}`, scenes, w: WIDTH, h: HEIGHT });
  await browser.close();
  return pictures.map((text) => Buffer.from(text, 'base64'));
}

/** Writes a film of one picture a second. @param scenes `{ seconds, faces, light, size, tall, black }` in turn */
export async function writeFilm(file, scenes) {
  const pictures = await draw(scenes);
  const out = openSync(file, 'w');
  writeSync(out, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F1:1 Ip A1:1 C420jpeg\n`);
  scenes.forEach(({ seconds }, i) => {
    for (let n = 0; n < seconds; n++) {
      writeSync(out, 'FRAME\n');
      writeSync(out, pictures[i]);
    }
  });
  closeSync(out);
}
