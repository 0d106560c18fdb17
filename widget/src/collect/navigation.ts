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

/** Wrong turns, circles and reloads. */
export const navigation: Collector = (sink) => {
  // What the visit keeps between pages: pages entered with their time, the time of the last trouble, reloads in a row.
  let pages: [page: string, at: number][];
  let trouble: number;
  let reloads: number;
  // Read anew each time: a page that comes back from the browser's cache missed what happened meanwhile.
  const read = () => {
    try {
      [pages = [], trouble = 0, reloads = 0] = parse(sink._visit._get('trail') ?? '[]');
    } catch {
      pages = []; // another script's value under our name: begin a new trail
      trouble = reloads = 0;
    }
  };
  const write = () => sink._visit._set('trail', stringify([pages, trouble, reloads]));

  sink._hear(Topic.signal, ({ _kind }) => {
    if (_kind === SignalKind.refresh) return;
    read();
    trouble = wall();
    write();
  });
  sink._hear(Topic.enter, ({ _page, _how }) => {
    read();
    const at = wall();
    const last = pages[pages.length - 1];
    const before = pages[pages.length - 2];
    sink._add(Field.pageViews);
    if (_how === 'reload') {
      reloads++;
      if (last && last[0] === _page && at - trouble < REMEDY) sink._signal(SignalKind.refresh, null, reloads);
      write();
      return;
    }
    reloads = 0;
    if (_how === 'traverse' && before?.[0] === _page && last![0] !== _page && at - last![1] < QUICK)
      sink._signal(SignalKind.quick_back, null, floor((at - last![1]) / 1000));
    pages = keep(pages, (entry) => at - entry[1] < LOOP || entry === last);
    add(pages, [_page, at]);
    const visits = keep(pages, (entry) => entry[0] === _page && at - entry[1] < LOOP).length;
    if (visits === VISITS) sink._signal(SignalKind.page_loop, null, visits);
    write();
  });
};
