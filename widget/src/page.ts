import { Limit } from './schema.ts';
import { each } from './lists.ts';

/** A path segment that names one thing among many: a number, four digits in a row, a mail address, a long code. */
const ONE_OF_MANY = /^\d+$|\d{4}|@|%40|^(?=.*\d.*\d)[\w-]{16,}$/;

/** `/orders/4711/edit?x=1` becomes `/orders/:id/edit`: no query, no fragment, nothing that names a person or thing. */
export function templateOf(path: string): string {
  let template = '';
  each(path.replace(/[?#].*$/s, '').split('/'), (segment) => {
    if (segment) template += `/${ONE_OF_MANY.test(segment) ? ':id' : segment}`;
  });
  return (template || '/').slice(0, Limit.pageLength);
}

/** The template of the page shown now; a hash route (`#/basket`) counts as part of the path. */
export function currentPage(where: { pathname: string; hash: string } = location): string {
  const route = /^#!?(\/.*)/.exec(where.hash);
  return templateOf(where.pathname.replace(/\/index\.html?$/, '') + (route ? route[1] : ''));
}
