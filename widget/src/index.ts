import { type Config, complete } from './config.ts';
import { type Consent, type ConsentChoice, createConsent } from './consent.ts';
import { findRef } from './element-ref.ts';
import { createHintsLoader } from './hints-loader.ts';
import { createListen, type Stop } from './listen.ts';

import { claim } from './ours.ts';
import { EventKind, State } from './schema.ts';
import type { HintMessage, Surroundings } from './surroundings.ts';
import type { Downstream } from './transport.ts';
import { startWatch, type Watch } from './watch.ts';

/** Everything a page can ask of a running widget; `api.ts` gives it its public names. */
export interface Widget {
  consent(choice: ConsentChoice): void;
  identify(id: string): void;
  convert(name: string, value: number): void;
  page(path: string): void;
  on(name: string, fn: (detail: unknown) => void): Stop;
  preview(hint: HintMessage): void;
  feedback(answer: unknown): void;
  doctor(): string[];
  stop(): void;
}

/**
 * The widget's whole life in one place: nothing until the visitor agreed, then a watch of the page in which hints may be
 * shown, until consent is withdrawn or the site says stop. What is started is undone in reverse.
 */
export function start(given: Partial<Config>): Widget {
  const complaints: string[] = [];
  const complain = (sentence: string) => {
    complaints[complaints.length] = sentence;
    console.warn(`rapport: ${sentence}`);
  };
  const faults: string[] = [];
  const config = complete(given, (fault) => (faults[faults.length] = fault));
  if (faults.length) complain(faults.join('; '));

  const listen = createListen((error) => {
    if (config.debug) console.error('rapport:', error);
  });
  const outer = listen._scope();
  let watch: Watch | null = null;
  let silenced = false;
  let paused = false;
  let listeners: [name: string, fn: (detail: unknown) => void][] = [];

  // ---- hints
  const tellPage = (name: string, detail: unknown): boolean => {
    let told = false;
    for (let i = 0; i < listeners.length; i++) {
      if (listeners[i]![0] !== name) continue;
      told = true;
      try {
        listeners[i]![1](detail);
      } catch (error) {
        console.error(error); // the site's own mistake: shown to it, not passed on
      }
    }
    return told;
  };
  const event = (kind: EventKind, name: string, value: number) => watch?._recorder._event(kind, name, value);
  const surroundings = (): Surroundings => {
    const scope = listen._scope();
    outer._undo(scope._stop);
    return {
      on: scope._on,
      after: scope._after,
      guard: scope._guard,
      claim,
      find: findRef,
      state: () => watch?._recorder._state() ?? State.visible,
      event,
      tell: tellPage,
      mute(forGood) {
        silenced = true;
        event(EventKind.muted, '', forGood ? 1 : 0);
        (forGood ? watch?._session._device : watch?._session._visit)?._set('muted', '1');
      },
    };
  };
  const hints = createHintsLoader(config, listen, surroundings, (hint) => event(EventKind.hint_expired, hint.id, 5));
  const heard = (message: Downstream) => {
    const { t, id } = message;
    if (t === 'welcome') paused = !!message.paused;
    if (t === 'withdraw' && id) hints._withdraw(id);
    if (t === 'hint' && !silenced && !paused) hints._show(message as unknown as HintMessage, false);
  };

  // ---- the watch, while there is consent
  const begin = (mask: number) => {
    watch = startWatch({ _config: config, _listen: listen, _mask: mask, _heard: heard, _complain: complain });
    const { _device, _visit } = watch._session;
    silenced = !!(_device._get('muted') ?? _visit._get('muted'));
  };
  const end = (forget: boolean) => {
    const old = watch;
    watch = null;
    hints._stop();
    if (!old) return;
    if (!forget) {
      old._recorder._flush();
      old._transport._beacon();
    }
    old._stop();
    if (forget) old._session._forget();
  };
  const usable = () => /^[\w-]{4,80}$/.test(config.site) && !!config.endpoint;
  const changed = () => {
    const mask = consent._mask();
    end(!mask);
    if (mask && usable()) begin(mask);
    tellPage('consent', mask > 0);
  };
  const whenSeen = (fn: () => void) => {
    const { prerendering } = document as { prerendering?: boolean };
    if (prerendering) outer._on('prerenderingchange', fn, document);
    else fn();
  };
  const consent: Consent = createConsent(config, listen, () => whenSeen(changed));

  return {
    consent: consent._say,
    identify(id) {
      const { subtle } = crypto;
      if (!subtle) return complain('identify needs a secure (https) page');
      // Only a hash under the site's key leaves the page, so that the id means nothing elsewhere.
      void subtle.digest('SHA-256', new TextEncoder().encode(`${config.site}\n${id}`)).then((digest) => {
        const bytes = new Uint8Array(digest);
        let visitor = '';
        for (let i = 0; i < 16; i++) visitor += (bytes[i]! + 256).toString(16).slice(1);
        watch?._identify(visitor);
      });
    },
    convert: (name, value) => event(EventKind.conversion, name, 100 * (+value || 0)),
    page: (path) => watch?._page(`${path}`),
    on(name, fn) {
      const entry: (typeof listeners)[0] = [name, fn];
      listeners[listeners.length] = entry;
      return () => {
        listeners = listeners.filter((other) => other !== entry);
      };
    },
    preview: (hint) => hints._show(hint, true),
    feedback(answer) {
      const { hint, helped } = (answer ?? {}) as { hint?: string; helped?: boolean };
      if (hint) event(EventKind.hint_helped, hint, helped ? 1 : 0);
      else event(EventKind.self_report, '', answer === true || answer === 'struggling' ? 1 : 0);
    },
    doctor() {
      const lines = [
        `site ${config.site || '(none)'}, server ${config.endpoint || '(none)'}, consent by ${consent._reason()}: ` +
          (consent._mask() ? 'given' : 'not given, so nothing is observed'),
        watch ? `connection: ${watch._transport._status()}` : 'connection: none before consent',
        ...complaints,
      ];
      console.info(`rapport doctor\n- ${lines.join('\n- ')}`);
      return lines;
    },
    stop() {
      consent._stop();
      end(false);
      outer._stop();
      listeners = [];
    },
  };
}
