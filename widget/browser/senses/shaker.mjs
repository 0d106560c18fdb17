// A made-up motion sensor, played by Chromium's own emulation; the page's context must be a touch device's.
import { rest } from '../visit.mjs';

/** What a page's context needs for it. */
export const HANDHELD = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };
/** Readings are given this far apart, ms; the browser tells the page of the newest sixty times a second. */
const APART = 40;

/** @returns what moves the device for some seconds by `shake` m/s², `lying` or upright */
export async function shaker(p) {
  const cdp = await p.context().newCDPSession(p);
  const read = (type, x, y, z) => cdp.send('Emulation.setSensorOverrideReadings', { type, reading: { xyz: { x, y, z } } });
  for (const type of ['accelerometer', 'linear-acceleration', 'gyroscope']) await cdp.send('Emulation.setSensorOverrideEnabled', { enabled: true, type, metadata: { available: true, maximumFrequency: 60 } });
  for (const type of ['linear-acceleration', 'gyroscope']) await read(type, 0, 0, 0);
  return async (seconds, shake, lying = false) => {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await rest(APART)) {
      const more = shake * (Math.random() - 0.5);
      await read('accelerometer', more, lying ? 1 : 9.7 + more, lying ? 9.7 + more : 1);
    }
  };
}
