import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The machine's Chromium: RAPPORT_CHROMIUM, else the usual places. */
export function chromiumPath() {
  const known = [process.env.RAPPORT_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = known.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium found: set RAPPORT_CHROMIUM to one');
  return executablePath;
}

/** What every Chromium of the checks is started with. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Starts it for a driver. */
export function startChromium(more = []) {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'], // as visitors have them
    args: [...CHROMIUM_FLAGS, ...more],
  });
}
