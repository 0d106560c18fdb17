/** How one page embeds the widget. */
export interface Config {
  /** The site's public key, from the console. */
  site: string;
  /** Where the Rapport server is, without a slash at the end, for example `https://rapport.example`. */
  endpoint: string;
  /** What holds until the site or a consent platform says more. Any other word is a no. */
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

/** `given` with defaults in place of what is missing; `rapport('doctor')` says what is wrong with it. */
export function complete({ site = '', endpoint = '', consent = 'ask', debug, simulated, hints, nonce = '' }: Partial<Config>): Config {
  const server = endpoint.replace(/\/*([?#].*)?$/, '');
  return { site, endpoint: server, consent, debug: !!debug, simulated: !!simulated, hints: hints || `${server}/rapport-hints.js`, nonce };
}

/** True when the widget can find its server and name its site. */
export const usable = ({ site, endpoint }: Config): boolean => !!site && /^https?:\/\/./.test(endpoint);

/** The attributes of the script tag that loaded the widget. */
export function fromTag({ dataset, src, nonce }: HTMLScriptElement): Partial<Config> {
  const { site, consent, endpoint, debug = 'false', simulated = 'false' } = dataset;
  const folder = src.replace(/[^/]*$/, '');
  const base = folder.replace(/w\/\w{16}\/$/, '');
  return {
    site,
    consent: consent as Config['consent'],
    endpoint: endpoint || base,
    debug: debug !== 'false',
    simulated: simulated !== 'false',
    // Beside its own address; a tag with a fixed version gets the hints of that version.
    hints: `${base === folder ? folder : `${base}w/${HINTS_HASH}/`}rapport-hints.js`,
    nonce,
  };
}
