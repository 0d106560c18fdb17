// What the script tag runs: reads its own attributes, takes over from the snippet's queue, and answers to `rapport(…)`.
import { createRapport, type Rapport } from './api.ts';
import { each } from './lists.ts';
import { fromTag } from './config.ts';

const page = window as { rapport?: Rapport };
const tag = document.currentScript as HTMLScriptElement | null;

if (!page.rapport?.loaded) {
  const queue = page.rapport?.q ?? [];
  const rapport = createRapport(tag ? fromTag(tag) : {});
  page.rapport = rapport;
  each(queue, (args) => void (rapport as unknown as (...args: unknown[]) => void)(...Array.from(args)));
}
