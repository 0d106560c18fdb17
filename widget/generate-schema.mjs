// Writes src/schema.ts from the one description of the wire that the server follows too. Run: npm run schema
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../core/src/main/resources/dev/rapport/frame/frame-schema.json', import.meta.url);
const target = new URL('src/schema.ts', import.meta.url);

const constants = (name, entries) =>
  `export const enum ${name} {\n${entries.map(([key, value, doc]) => `${doc ? `  /** ${doc} */\n` : ''}  ${key} = ${value},\n`).join('')}}\n`;

/** The text of src/schema.ts for the schema file as it is now. */
export function generate(schema = JSON.parse(readFileSync(source, 'utf8'))) {
  const { summary, signals, events, channels, devices, states, limits } = schema;
  return [
    '// Generated from frame-schema.json by generate-schema.mjs: do not edit, run `npm run schema`.\n',
    `export const PROTOCOL = '${schema.protocol}';`,
    `export const CHANNELS = [${channels.map((c) => `'${c}'`).join(', ')}] as const;`,
    `export const SUMMARY_SIZE = ${summary.length};`,
    '/** The channel of each summary field, one digit a field. */',
    `export const FIELD_CHANNELS = '${summary.map((f) => channels.indexOf(f.channel)).join('')}';\n`,
    constants('Limit', Object.entries(limits).map(([k, v]) => [k, v])),
    constants('Message', schema.messages.map((m) => [m.name, m.tag, m.fields.join(', ')])),
    constants('Channel', channels.map((c, i) => [c, i])),
    constants('Device', devices.map((d, i) => [d, i])),
    constants('State', states.map((s) => [s.name, 1 << s.bit, s.means])),
    constants('Field', summary.map((f, i) => [f.name, i, `${f.unit}: ${f.means}`])),
    constants('SignalKind', signals.map((s, i) => [s.name, i, `${s.means}; magnitude: ${s.magnitude}`])),
    `export const SIGNALS = [${signals.map((s) => `'${s.name}'`).join(', ')}] as const;\n`,
    constants('EventKind', events.map((e, i) => [e.name, i, `${e.means}; value: ${e.value}`])),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, generate());
