import { add } from './lists.ts';

/** How one page embeds the widget. */
export interface Config {
  /** The site's public key, from the console. */
  site: string;
  /** Where the Rapport server is, without a slash at the end, for example `https://rapport.example`. */
  endpoint: string;
  /** What holds until the site or a consent platform says more. */
  consent: 'granted' | 'denied' | 'ask';
  /** Text frames instead of binary ones, and errors in the browser's console. */
  debug: boolean;
  /** Marks all of this page's visits as played by a simulator. */
  simulated: boolean;
  /** The address of rapport-hints.js, where it is not beside rapport.js. */
  hints: string;
  /** The nonce under which the page's content security policy let the script in. */
  nonce: string;
}

/** Set by the build: hash and integrity of rapport-hints.js. */
declare const HINTS_HASH: string;
declare const HINTS_INTEGRITY: string;

/** The integrity value of the hints file where its address names its content, else empty. */
export const hintsIntegrity = (address: string): string => (address.includes(HINTS_HASH) ? HINTS_INTEGRITY : '');

/** `given` with defaults in place of what is missing or unusable, and a sentence for each fault found. */
export function complete(given: Partial<Config>): [Config, faults: string[]] {
  const { site = '', endpoint = '', consent = 'ask', debug, simulated, nonce = '' } = given;
  const faults: string[] = [];
  const checked = (name: string, value: string, wanted: RegExp, instead = ''): string => {
    if (wanted.test(value)) return value;
    add(faults, `data-${name}="${value}" is missing or wrong`);
    return instead;
  };
  const config: Config = {
    site: checked('site', site, /^[\w-]{4,80}$/),
    endpoint: checked('endpoint', endpoint, /^https?:\/\/[^/?#]+/).replace(/\/*([?#].*)?$/, ''),
    consent: checked('consent', consent, /^(granted|denied|ask)$/, 'denied') as Config['consent'],
    debug: !!debug,
    simulated: !!simulated,
    hints: '',
    nonce,
  };
  config.hints = given.hints || `${config.endpoint}/rapport-hints.js`;
  return [config, faults];
}

/** The attributes of the script tag that loaded the widget. */
export function fromTag(tag: HTMLScriptElement): Partial<Config> {
  const { site = '', consent = 'ask', endpoint, debug = 'false', simulated = 'false' } = tag.dataset;
  const folder = tag.src.replace(/[^/]*$/, '');
  const base = folder.replace(/w\/[0-9a-f]{16}\/$/, '');
  return {
    site,
    consent: consent as Config['consent'],
    endpoint: endpoint || base,
    debug: debug !== 'false',
    simulated: simulated !== 'false',
    // Beside its own address; a tag with a fixed version gets the hints of that version.
    hints: `${base === folder ? folder : `${base}w/${HINTS_HASH}/`}rapport-hints.js`,
    nonce: tag.nonce,
  };
}
