import { expect, test } from 'vitest';
import { currentPage, templateOf } from '../src/page.ts';

test.each([
  ['/orders/4711/edit', '/orders/:id/edit'],
  ['/users/ann@example.org', '/users/:id'],
  ['/u/ann%40example.org/', '/u/:id'],
  ['/p/7f3a9c21b4d84e0f93aa', '/p/:id'],
  ['/reset/2024-11-23-ab', '/reset/:id'],
  ['/a?token=secret', '/a'],
  ['/a#secret', '/a'],
  ['/', '/'],
  ['', '/'],
])('templateOf(%j) is %j', (path, template) => expect(templateOf(path)).toBe(template));

test('a hash route counts as part of the path', () =>
  expect(currentPage({ pathname: '/app/index.html', hash: '#/basket/12' })).toBe('/app/basket/:id'));

test('a plain fragment does not', () => expect(currentPage({ pathname: '/app', hash: '#secret' })).toBe('/app'));

test('a very long path is cut', () => expect(templateOf('/a'.repeat(200))).toHaveLength(160));
