import type { Config } from '../config.ts';
import { CHANNELS } from '../schema.ts';
import type { Surroundings } from '../surroundings.ts';

const DECIDED = ["rapport('consent', …)", 'Global Privacy Control', 'IAB TCF', 'Google Consent Mode', 'data-consent'];

/** Says in plain sentences what works here and what does not, in the browser's console and to `rapport('on', 'doctor')`. */
export function doctor(
  here: Surroundings,
  config: Config,
  complaints: string[],
  consent: number,
  decidedBy: number,
  connection: number,
): void {
  const given = CHANNELS.filter((_channel, bit) => (consent >> bit) & 1);
  const lines = [
    `Site key ${config.site || 'missing'}, server ${config.endpoint || 'missing'}.`,
    `Consent, decided by ${DECIDED[decidedBy]}: ${given.length ? given.join(', ') : 'none, so nothing is observed, stored or sent'}.`,
    connection === 1
      ? 'Connected.'
      : `Not connected${connection > 1 ? ` (closed with ${connection})` : given.length ? '' : ', as it should be without consent'}.`,
    ...complaints.map((sentence) => `Fault: ${sentence}.`),
  ];
  const done = here.guard((line: string) => {
    lines.push(line);
    console.info(`rapport doctor\n- ${lines.join('\n- ')}`);
    here.tell('doctor', lines);
  });
  fetch(`${config.endpoint}/healthz`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).then(
    () => done('The server can be reached from this page.'),
    () => done(`The server cannot be reached: it is down, a content blocker stops it, or the page's policy lacks connect-src ${config.endpoint}.`),
  );
}
