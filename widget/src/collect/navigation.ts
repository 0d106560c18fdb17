import { floor, parse, stringify, wall } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import type { Collector } from '../sink.ts';

/** Back this soon is a wrong turn, ms. */
const QUICK = 5000;
/** The same page entered so many times within LOOP ms. */
const VISITS = 3;
const LOOP = 15_000;
/** A reload this soon after trouble on the page is meant as a remedy, ms. */
const REMEDY = 10_000;
/** Pages remembered for this, in this visit only. */
const KEPT = 8;

/** What the visit keeps between pages: pages entered with their time, the last trouble, reloads in a row. */
interface Trail {
  pages: [page: string, at: number][];
  trouble: number;
  reloads: number;
}

/** Wrong turns, circles and reloads. */
export const navigation: Collector = (sink) => {
  let trail: Trail = { pages: [], trouble: 0, reloads: 0 };
  try {
    trail = { ...trail, ...(parse(sink._visit._get('trail') ?? '{}') as Partial<Trail>) };
  } catch {
    // Another script's value under our name: begin a new trail.
  }
  const keep = () => sink._visit._set('trail', stringify(trail));

  sink._hear('signal', ({ _kind }) => {
    if (_kind === SignalKind.refresh) return;
    trail.trouble = wall();
    keep();
  });
  sink._hear('enter', ({ _page, _how }) => {
    const at = wall();
    const { pages } = trail;
    const last = pages[pages.length - 1];
    const before = pages[pages.length - 2];
    sink._add(Field.pageViews);
    if (_how === 'reload') {
      trail.reloads++;
      if (last && last[0] === _page && at - trail.trouble < REMEDY) sink._signal(SignalKind.refresh, null, trail.reloads);
      keep();
      return;
    }
    trail.reloads = 0;
    if (_how === 'traverse' && last && before && before[0] === _page && last[0] !== _page && at - last[1] < QUICK)
      sink._signal(SignalKind.quick_back, null, floor((at - last[1]) / 1000));
    const kept: Trail['pages'] = [];
    for (let i = pages.length < KEPT ? 0 : 1; i < pages.length; i++) kept[kept.length] = pages[i]!;
    kept[kept.length] = [_page, at];
    let visits = 0;
    for (let i = 0; i < kept.length; i++) if (kept[i]![0] === _page && at - kept[i]![1] < LOOP) visits++;
    trail.pages = kept;
    if (visits === VISITS) sink._signal(SignalKind.page_loop, null, visits);
    keep();
  });
};
