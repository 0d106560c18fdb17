import type { Scope } from './listen.ts';
import { currentPage, templateOf } from './page.ts';
import type { Entry } from './sink.ts';

/** Follows which page is shown, in documents and in single-page applications. */
export interface Routes {
  /** The page shown now. */
  _page(): string;
  /** Tells of the page that is shown now, as this document began. */
  _enter(): void;
  /** The site's own name for the page, until the address changes. */
  _rename(path: string): void;
}

export function routes(scope: Scope, entered: (entry: Entry) => void): Routes {
  let address = currentPage();
  let page = address;

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
  scope._on(
    'currententrychange',
    ({ navigationType }: { navigationType?: string }) => compare(navigationType === 'traverse' ? navigationType : 'push'),
    navigation ?? null,
  );
  scope._on('popstate', () => compare('traverse'));
  scope._on('pageshow', ({ persisted }: PageTransitionEvent) => persisted && entered({ _page: page, _how: 'traverse' }));

  return {
    _page() {
      if (!navigation) compare('push'); // without the Navigation API it is noticed with the next frame
      return page;
    },
    _enter() {
      const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
      const type = entry?.type;
      entered({ _page: page, _how: type === 'reload' ? type : type === 'back_forward' ? 'traverse' : 'load' });
    },
    _rename(path) {
      address = currentPage();
      enter(templateOf(path), 'push');
    },
  };
}
