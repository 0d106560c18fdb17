// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { refOf } from '../src/rare/element-ref.ts';
import { findRef } from '../src/hints/find.ts';

const put = (html: string) => {
  document.body.innerHTML = html;
  return (id: string) => document.querySelector(`[x=${id}]`)!;
};

test('an id that a person chose is the name', () => expect(refOf(put('<button id="apply-coupon" x="a"></button>')('a'))).toBe('#apply-coupon'));

test('a test id is, too', () => expect(refOf(put('<button data-testid="pay" x="a"></button>')('a'))).toBe('=pay'));

test.each(['radix-12', 'ember431', ':r3:', 'css-x7f3kq', 'a1b2c3d4', 'user@example.org', 'a'.repeat(60)])('the made or telling id %j is not', (id) =>
  expect(refOf(put(`<button id="${id}" x="a"></button>`)('a'))).toBe('button(1)'));

test('without a name, steps lead from the nearest named ancestor', () =>
  expect(refOf(put('<ul id="cart"><li></li><li><b role="switch" x="a">secret</b></li></ul>')('a'))).toBe('#cart>li(2)>b@switch(1)'));

test('a name that two elements have names neither', () =>
  expect(refOf(put('<i id="twin"></i><b id="twin" x="a"></b>')('a'))).toBe('b(1)'));

test('the page itself has no name', () => expect([refOf(null), refOf(document.body)]).toEqual(['', '']));

test('text never gets into a reference', () =>
  expect(refOf(put('<p x="a" title="secret" aria-label="secret">secret</p>')('a'))).not.toContain('secret'));

test('a deep element is named by the steps nearest to it, within the limit', () => {
  const ref = refOf(put(`${'<section>'.repeat(40)}<b x="a"></b>${'</section>'.repeat(40)}`)('a'));
  expect(ref.length <= 96 && ref.endsWith('section(1)>b(1)')).toBe(true);
});

test('what is named is found again', () => {
  const at = put('<div><ul><li></li><li><button x="a"></button></li></ul></div><main id="m"><p></p><p><a x="b"></a></p></main>');
  for (const id of ['a', 'b']) expect(findRef(refOf(at(id)))).toBe(at(id));
});

test('what is named inside an open shadow root is found again', () => {
  document.body.innerHTML = '<div id="host"></div>';
  const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p><button></button></p>';
  const button = root.querySelector('button')!;
  expect(findRef(refOf(button))).toBe(button);
});

test.each(['', '#no-such', 'p(9)', '#a"b', '>>', 'p(1)>>b(1)'])('the reference %j leads nowhere, quietly', (ref) => {
  document.body.innerHTML = '<p></p>';
  expect(findRef(ref)).toBeNull();
});
