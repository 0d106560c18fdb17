import type { Config } from '../config.ts';
import { CHANNELS } from '../schema.ts';
import type { Doctor } from '../surroundings.ts';

const DECIDED = ["rapport('consent', …)", 'Global Privacy Control', 'IAB TCF', 'Google Consent Mode', 'data-consent'];
const WANTED: [name: 'site' | 'endpoint' | 'consent', form: RegExp][] = [
  ['site', /^[\w-]{4,80}$/],
  ['endpoint', /^https?:\/\/[^/?#]+/],
  ['consent', /^(granted|denied|ask)$/],
];

/** What is wrong with the way in which a page embeds the widget, in sentences. */
export const faultsOf = (config: Config): string[] =>
  WANTED.filter(([name, form]) => !form.test(config[name])).map(([name]) => `data-${name}="${config[name]}" is missing or wrong`);

/** Says in plain sentences what works here and what does not, in the browser's console and to `rapport('on', 'doctor')`. */
export const doctor: Doctor = (here, config, complaints, consent, decidedBy, connection) => {
  const given = CHANNELS.filter((_channel, bit) => (consent >> bit) & 1);
  const lines = [
    `Site key ${config.site || 'missing'}, server ${config.endpoint || 'missing'}.`,
    `Consent, decided by ${DECIDED[decidedBy]}: ${given.length ? given.join(', ') : 'none, so nothing is observed, stored or sent'}.`,
    connection === 1
      ? 'Connected.'
      : `Not connected${connection > 1 ? ` (closed with ${connection})` : given.length ? '' : ', as it should be without consent'}.`,
    ...[...faultsOf(config), ...complaints].map((sentence) => `Fault: ${sentence}.`),
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
};

(globalThis as { rapportDoctor?: Doctor }).rapportDoctor = doctor;
