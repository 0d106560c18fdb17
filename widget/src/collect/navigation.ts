import { add, keep } from '../lists.ts';
import { floor, parse, stringify, wall } from '../natives.ts';
import { Field, SignalKind } from '../schema.ts';
import { type Collector, Topic } from '../sink.ts';

/** Back this soon is a wrong turn, ms. */
const QUICK = 5000;
/** The same page entered so many times within LOOP ms. */
const VISITS = 3;
const LOOP = 15_000;
/** A reload this soon after trouble on the page is meant as a remedy, ms. */
const REMEDY = 10_000;

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
  const write = () => sink._visit._set('trail', stringify(trail));

  sink._hear(Topic.signal, ({ _kind }) => {
    if (_kind === SignalKind.refresh) return;
    trail.trouble = wall();
    write();
  });
  sink._hear(Topic.enter, ({ _page, _how }) => {
    const at = wall();
    const { pages } = trail;
    const last = pages[pages.length - 1];
    const before = pages[pages.length - 2];
    sink._add(Field.pageViews);
    if (_how === 'reload') {
      trail.reloads++;
      if (last && last[0] === _page && at - trail.trouble < REMEDY) sink._signal(SignalKind.refresh, null, trail.reloads);
      write();
      return;
    }
    trail.reloads = 0;
    if (_how === 'traverse' && last && before && before[0] === _page && last[0] !== _page && at - last[1] < QUICK)
      sink._signal(SignalKind.quick_back, null, floor((at - last[1]) / 1000));
    trail.pages = keep(pages, (entry) => at - entry[1] < LOOP || entry === last);
    add(trail.pages, [_page, at]);
    const visits = keep(trail.pages, (entry) => entry[0] === _page && at - entry[1] < LOOP).length;
    if (visits === VISITS) sink._signal(SignalKind.page_loop, null, visits);
    write();
  });
};
