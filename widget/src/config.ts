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
export const hintsIntegrity = (address: string): string => (address.includes(`/w/${HINTS_HASH}/`) ? HINTS_INTEGRITY : '');

const SITE = /^[\w-]{4,80}$/;
const CONSENTS = ['granted', 'denied', 'ask'];

/** `given` with defaults in place of what is missing or unusable; each fault is told to `complain` in one sentence. */
export function complete(given: Partial<Config>, complain: (sentence: string) => void): Config {
  const config: Config = {
    site: given.site ?? '',
    endpoint: '',
    consent: given.consent ?? 'ask',
    debug: !!given.debug,
    simulated: !!given.simulated,
    hints: given.hints ?? '',
    nonce: given.nonce ?? '',
  };
  if (!SITE.test(config.site))
    complain(`the site key ${config.site ? `"${config.site}" is no site key` : 'is missing'}: copy data-site from the console's Sites page`);
  if (CONSENTS.indexOf(config.consent) < 0) {
    complain(`data-consent is "${config.consent}", not granted, denied or ask: taking denied`);
    config.consent = 'denied';
  }
  try {
    const { protocol, href } = new URL(given.endpoint ?? '', location.href);
    if (!given.endpoint || !/^https?:$/.test(protocol)) throw href;
    config.endpoint = href.replace(/[?#].*$/, '').replace(/\/+$/, '');
  } catch {
    complain(`data-endpoint "${given.endpoint ?? ''}" is no http or https address: nothing will be sent`);
  }
  config.hints ||= `${config.endpoint}/rapport-hints.js`;
  return config;
}

/** The attributes of the script tag that loaded the widget. */
export function fromTag(tag: HTMLScriptElement): Partial<Config> {
  const { site, consent, endpoint, debug, simulated } = tag.dataset;
  const folder = tag.src.replace(/[^/]*$/, '');
  const base = folder.replace(/w\/[0-9a-f]{16}\/$/, '');
  return {
    ...(site !== undefined && { site }),
    ...(consent !== undefined && { consent: consent as Config['consent'] }),
    endpoint: endpoint || base,
    debug: debug !== undefined && debug !== 'false',
    simulated: simulated !== undefined && simulated !== 'false',
    // Beside its own address; a tag with a fixed version gets the hints of that version.
    hints: base === folder ? `${folder}rapport-hints.js` : `${base}w/${HINTS_HASH}/rapport-hints.js`,
    nonce: tag.nonce,
  };
}
