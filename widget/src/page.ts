import { Limit } from './schema.ts';

/** A path segment that names one thing among many: a number, a UUID, a long hash, a mail address, a mixed code. */
const ONE_OF_MANY = /^\d+$|^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{16,}$|@|%40|^(?=.*\d.*\d)[\w-]{20,}$|^[a-z]*\d{4,}[\w-]*$/i;

/** `/orders/4711/edit?x=1` becomes `/orders/:id/edit`: no query, no fragment, nothing that names a person or thing. */
export function templateOf(path: string): string {
  const segments = path.replace(/[?#].*$/s, '').split('/');
  let template = '';
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    if (segment) template += `/${ONE_OF_MANY.test(segment) ? ':id' : segment}`;
  }
  return (template || '/').slice(0, Limit.pageLength);
}

/** The template of the page shown now; a hash route (`#/basket`) counts as part of the path. */
export function currentPage(where: { pathname: string; hash: string } = location): string {
  const route = /^#!?(\/.*)/.exec(where.hash);
  return templateOf(route ? where.pathname.replace(/\/(index\.html?)?$/, '') + route[1]! : where.pathname);
}
