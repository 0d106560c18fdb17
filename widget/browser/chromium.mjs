import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Starts the machine's Chromium: RAPPORT_CHROMIUM, else the usual places. */
export function startChromium(more = []) {
  const known = [process.env.RAPPORT_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = known.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium found: set RAPPORT_CHROMIUM to one');
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'], // as visitors have them
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', ...more],
  });
}
