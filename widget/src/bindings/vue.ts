// Vue binding: a plugin. `app.use(rapportPlugin, { site, endpoint })`, then `const rapport = useRapport()`.
import { inject, type App, type InjectionKey } from 'vue';
import { startRapport } from '../module.ts';
import type { Rapport } from '../api.ts';
import type { Config } from '../config.ts';

const KEY: InjectionKey<Rapport> = Symbol('rapport');

/** Starts one widget for the application and ends it when the application unmounts. */
export const rapportPlugin = {
  install(app: App, config: Partial<Config> & Pick<Config, 'site' | 'endpoint'>): void {
    const rapport = startRapport(config);
    app.provide(KEY, rapport);
    app.config.globalProperties.$rapport = rapport;
    app.onUnmount(() => rapport('stop'));
  },
};

/** The application's widget, inside `setup`. */
export function useRapport(): Rapport {
  const rapport = inject(KEY);
  if (!rapport) throw new Error('useRapport() needs app.use(rapportPlugin, { site, endpoint }) first');
  return rapport;
}
