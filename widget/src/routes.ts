import { wall } from './natives.ts';
import type { Scope } from './listen.ts';
import { currentPage, templateOf } from './page.ts';
import type { Entry } from './sink.ts';

/** Follows which page is shown, in documents and in single-page applications. */
export interface Routes {
  _page(): string;
  /** Tells of the page that is shown now, as this document began. */
  _enter(): void;
  /** The site's own name for the page, until the address changes. */
  _rename(path: string): void;
}

/** The address is also compared this often while something happens, where the browser has no Navigation API, ms. */
const COMPARE = 500;

export function routes(scope: Scope, entered: (entry: Entry) => void): Routes {
  let page = currentPage();
  let address = page;
  let compared = 0;

  const enter = (next: string, how: Entry['_how']) => {
    if (next === page && how !== 'traverse') return;
    page = next;
    entered({ _page: page, _how: how });
  };
  const compare = (how: Entry['_how']) => {
    const next = currentPage();
    if (next === address) return; // only the query or the state changed
    address = next;
    enter(next, how);
  };
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    scope._on(
      'currententrychange',
      ({ navigationType }: { navigationType?: string }) => compare(navigationType === 'traverse' ? 'traverse' : 'push'),
      navigation,
    );
  } else {
    scope._on('popstate', () => compare('traverse'));
    scope._on('hashchange', () => compare('push'));
    const glance = () => {
      if (wall() - compared < COMPARE) return;
      compared = wall();
      scope._after(50, () => compare('push'));
    };
    scope._on('click', glance);
    scope._on('keydown', glance);
  }
  scope._on('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (persisted) entered({ _page: page, _how: 'traverse' });
  });

  return {
    _page: () => page,
    _enter() {
      const [entry] = performance.getEntriesByType?.('navigation') ?? [];
      const { type } = (entry ?? {}) as PerformanceNavigationTiming;
      entered({ _page: page, _how: type === 'reload' ? 'reload' : type === 'back_forward' ? 'traverse' : 'load' });
    },
    _rename(path) {
      address = currentPage();
      enter(templateOf(path[0] === '/' ? path : `/${path}`), 'push');
    },
  };
}
