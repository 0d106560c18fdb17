// The same widget as an ES module, for applications that bundle it.
import { createRapport, type Rapport } from './api.ts';
import type { Config } from './config.ts';

export type { Rapport } from './api.ts';
export type { Config } from './config.ts';
export type { ConsentChoice } from './consent.ts';
export type { HintMessage } from './surroundings.ts';

/**
 * Starts the widget. Where there is no page (server-side rendering) every command does nothing.
 *
 * @example const rapport = startRapport({ site: 'demo-shop-key-0001', endpoint: 'https://rapport.example' });
 */
export function startRapport(config: Partial<Config> & Pick<Config, 'site' | 'endpoint'>): Rapport {
  if (typeof document === 'undefined') return (() => undefined) as unknown as Rapport;
  return createRapport(config);
}
