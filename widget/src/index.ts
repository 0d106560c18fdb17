import { type Config, complete, hintsIntegrity, usable } from './config.ts';
import { type Consent, type ConsentChoice, createConsent } from './consent.ts';
import { createListen, type Stop } from './listen.ts';
import { add, each } from './lists.ts';
import { createLoader } from './loader.ts';
import { text as utf8 } from './cbor.ts';
import { claim } from './ours.ts';
import { EventKind, State } from './schema.ts';
import { textOf } from './session.ts';
import type { HintMessage, Hints, Rare, Senses, Surroundings } from './surroundings.ts';
import type { Downstream } from './transport.ts';
import { startWatch, type Watch } from './watch.ts';

/** Set by the build: what it was made of; a chunk of another build does not fit. */
declare const BUILD: string;

/** Everything a page can ask of a running widget; `api.ts` says what each command means. */
export interface Widget {
  consent(choice: ConsentChoice): void;
  identify(id: string): void;
  convert(name: string, value: number): void;
  page(path: string): void;
  on(name: string, fn: (detail: unknown) => void): Stop;
  preview(hint: HintMessage): void;
  feedback(answer: unknown): void;
  sense(...asked: Parameters<Senses['sense']>): void;
  text(words: string): void;
  doctor(): void;
  stop(): void;
}

/**
 * The widget's whole life in one place: nothing until the visitor agreed, then a watch of the page in which hints may be
 * shown, until consent is withdrawn or the site says stop. What is started is undone in reverse.
 */
export function start(given: Partial<Config>): Widget {
  const config = complete(given);
  const complaints: string[] = [];
  const complain = (sentence: string) => {
    add(complaints, sentence);
    console.warn('rapport:', sentence);
  };
  if (!usable(config)) complain('site or endpoint?');

  const listen = createListen((error) => config.debug && console.error('rapport:', error));
  const outer = listen._scope();
  let watch: Watch | null = null;
  let silenced = false;
  let listeners: [name: string, fn: (detail: unknown) => void][] = [];

  // ---- hints
  const tell = (name: string, detail: unknown): boolean => {
    let told = false;
    each(listeners, ([wanted, fn]) => {
      if (wanted !== name) return;
      told = true;
      try {
        fn(detail);
      } catch (error) {
        console.error(error); // the site's own mistake: shown to it, not passed on
      }
    });
    return told;
  };
  const event = (kind: EventKind, name: string, value: number) => watch?._recorder._event(kind, name, value);
  const surroundings = (load: Surroundings['load']): Surroundings => {
    const scope = listen._scope();
    outer._undo(scope._stop);
    return {
      on: scope._on,
      after: scope._after,
      guard: scope._guard,
      load,
      claim,
      state: () => (watch ? watch._recorder._state() : State.visible),
      event,
      add: (field, amount) => watch?._recorder._add(field, amount),
      granted: () => watch?._granted(),
      tell,
      mute(forGood) {
        silenced = true;
        event(EventKind.muted, '', +forGood);
        const session = watch?._session;
        (forGood ? session?._device : session?._visit)?._set('muted', '1');
      },
    };
  };
  const hints = createLoader<Hints>(config.hints, hintsIntegrity(config.hints), 'rapportHints', config, listen, surroundings);
  const senses = createLoader<Senses>(`${config.endpoint}/rapport-senses.js`, '', 'rapportSenses', config, listen, surroundings);
  const rare = createLoader<Rare>(`${config.endpoint}/rapport-rare.js`, '', `rapport${BUILD}`, config, listen, surroundings);
  const show = (hint: HintMessage, preview: boolean) =>
    hints._with((chunk) => (chunk ? chunk.show(hint, preview) : event(EventKind.hint_expired, hint.id, 5)));
  const _rarely = (task: (chunk: Rare | null) => void) => rare._with((chunk) => consent._mask() && task(chunk));
  const sense = (...asked: Parameters<Senses['sense']>) => senses._with((chunk) => chunk?.sense(...asked));
  const heard = (message: Downstream) => {
    if (message.t === 'hint' && !silenced) show(message as unknown as HintMessage, false);
    if (message.t === 'withdraw') hints._with((chunk) => chunk?.withdraw(message.id!));
  };

  // ---- the watch, while there is consent
  const end = (forget: boolean) => {
    const old = watch;
    watch = null;
    each([hints, senses, rare], (loader) => loader._stop());
    if (!old) return;
    if (!forget) {
      old._recorder._flush();
      old._transport._beacon();
    }
    old._stop();
    if (forget) old._session._forget();
  };
  const changed = () => {
    const mask = consent._mask();
    end(!mask);
    if (mask && usable(config)) {
      watch = startWatch({ _config: config, _listen: listen, _mask: mask, _heard: heard, _complain: complain, _rarely });
      const { _device, _visit } = watch._session;
      silenced = !!(_device._get('muted') ?? _visit._get('muted'));
    }
    tell('consent', !!mask);
  };
  const consent: Consent = createConsent(config, listen, () => {
    if ((document as { prerendering?: boolean }).prerendering) outer._on('prerenderingchange', changed, document);
    else changed();
  });

  return {
    consent: consent._say,
    identify(id) {
      // Only a hash under the site's key leaves the page, so that the id means nothing elsewhere. Needs https.
      void crypto.subtle.digest('SHA-256', utf8.encode(`${config.site}\n${id}`)).then((digest) => {
        watch?._identify(textOf(new Uint8Array(digest)));
      });
    },
    convert: (name, value) => event(EventKind.conversion, name, 100 * value || 0),
    page: (path) => watch?._page(`${path}`),
    on(name, fn) {
      const entry: (typeof listeners)[0] = [name, fn];
      add(listeners, entry);
      return () => {
        entry[0] = '';
      };
    },
    preview: (hint) => show(hint, true),
    feedback(answer) {
      event(EventKind.self_report, '', +(answer === 'struggling'));
    },
    text: (words) => sense('text', 'say', words),
    sense,
    doctor() {
      hints._with((chunk) => {
        if (chunk) chunk.doctor(config, complaints, consent._mask(), consent._reason(), watch?._transport._status() ?? 0);
        else complain(`no ${config.hints}`);
      });
    },
    stop() {
      consent._stop();
      end(false);
      outer._stop();
      listeners = [];
    },
  };
}
