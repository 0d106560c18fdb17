// React binding: one hook. `useRapport({ site, endpoint })` starts the widget with the component that asks for it.
import { useEffect, useRef } from 'react';
import { startRapport } from '../module.ts';
import type { Rapport } from '../api.ts';
import type { Config } from '../config.ts';

/**
 * Starts the widget when the component mounts and ends it when it unmounts. The returned function may be called at any
 * time; commands given before the mount are kept.
 *
 * @example const rapport = useRapport({ site: 'demo-shop-key-0001', endpoint: 'https://rapport.example' });
 */
export function useRapport(config: Partial<Config> & Pick<Config, 'site' | 'endpoint'>): Rapport {
  const running = useRef<Rapport | null>(null);
  const early = useRef<unknown[][]>([]);
  const face = useRef<Rapport | null>(null);
  face.current ??= ((...args: unknown[]) =>
    running.current
      ? (running.current as unknown as (...args: unknown[]) => unknown)(...args)
      : void early.current.push(args)) as unknown as Rapport;
  useEffect(() => {
    const rapport = startRapport(config);
    running.current = rapport;
    for (const args of early.current.splice(0)) (rapport as unknown as (...args: unknown[]) => void)(...args);
    return () => {
      running.current = null;
      rapport('stop');
    };
  }, [config.site, config.endpoint]);
  return face.current;
}
