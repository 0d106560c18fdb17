import { expect, test } from 'vitest';
import { safeLink } from '../src/hints/link.ts';

const here = 'https://shop.example/basket';

test.each(['/help', '/help?topic=1#top', 'https://help.example/a'])('%s may be followed', (href) => expect(safeLink(href, here)).toBe(href));

test.each([
  'javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example',
  'http://shop.example', 'https://user@evil.example', 'help', '', 'https://', 'blob:https://shop.example/1',
])('%j may not', (href) => expect(safeLink(href, here)).toBe(''));
