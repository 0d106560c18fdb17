import type { Config } from './config.ts';
import type { ConsentChoice } from './consent.ts';
import { start, type Widget } from './index.ts';
import type { Stop } from './listen.ts';
import type { HintMessage } from './surroundings.ts';

/** The global function `rapport(command, …)`. */
export interface Rapport {
  /** The visitor's choice: all behaviour channels, none, or a switch for each. Outranks every other source. */
  (command: 'consent', choice: ConsentChoice): void;
  /** The visitor as the site knows them; only a hash under the site's key leaves the page. */
  (command: 'identify', id: string): void;
  /** Something worth reaching was reached, with its value in the site's currency or unit. */
  (command: 'convert', name: string, value?: number): void;
  /** The site's own name for the page shown now, for example `/product/:id`. */
  (command: 'page', path: string): void;
  /** Calls `fn` on `handoff`, `hint`, `close`, `verb`, `consent` or `doctor`; the answer undoes it. */
  (command: 'on', name: string, fn: (detail: any) => void): Stop;
  /** Shows a hint as visitors would see it; nothing is sent. */
  (command: 'preview', hint: HintMessage): void;
  /** The visitor said how it is going. */
  (command: 'feedback', answer: 'struggling' | 'fine'): void;
  /**
   * Starts or stops an optional sense. It needs consent to its channel, and asks the visitor itself before it starts.
   * `rapport('on', 'sense', fn)` hears how it goes.
   */
  (command: 'sense', name: 'text' | 'face' | 'voice' | 'heart' | 'body', verb: 'start' | 'stop' | 'say', value?: unknown): void;
  /** Scores a text that the site's own code holds, on the page; only scores leave. The visitor must have started the sense `text`. */
  (command: 'text', words: string): void;
  /** Prints what keeps the widget from working here; `rapport('on', 'doctor', fn)` gets the lines. */
  (command: 'doctor'): void;
  /** Ends everything: no listener, timer, node or socket is left. */
  (command: 'stop'): void;
  /** True once the script has taken over from the snippet's queue. */
  loaded?: boolean;
  /** Commands given before the script came. */
  q?: ArrayLike<unknown>[];
}

/** Starts a widget and gives it its public face; whatever goes wrong inside stays inside. */
export function createRapport(given: Partial<Config>): Rapport {
  let widget: Widget | null = null;
  const rapport = ((command: string, ...args: unknown[]) => {
    try {
      const verb = widget && Object.hasOwn(widget, command) && widget[command as keyof Widget];
      if (verb) return (verb as (...args: unknown[]) => unknown)(...args);
      if (widget) console.warn('rapport:', 'no command', command);
    } catch (error) {
      console.warn('rapport:', error);
    }
    return undefined;
  }) as Rapport;
  try {
    widget = start(given);
  } catch (error) {
    console.warn('rapport:', error);
  }
  rapport.loaded = true;
  return rapport;
}
