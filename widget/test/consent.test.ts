import { expect, test } from 'vitest';
import { maskOf } from '../src/consent.ts';

test('yes means what the page itself senses, and no sensor', () => expect(maskOf(true)).toBe(0b111));
test('no means nothing', () => expect(maskOf(false)).toBe(0));
test('each channel has its own switch', () => expect(maskOf({ friction: true, typing: false, face: true })).toBe(0b10001));
test('no channel goes without friction', () => expect(maskOf({ typing: true, pointer: true })).toBe(0));
test.each([null, undefined, 'yes', 1, [], { friction: 'yes' }])('%j is no consent', (choice) => expect(maskOf(choice as never)).toBe(0));
