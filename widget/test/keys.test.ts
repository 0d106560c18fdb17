// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { keys } from '../src/rare/keys.ts';
import { Field } from '../src/schema.ts';
import { play, put, type Stage } from './stage.ts';

const type = (stage: Stage, field: Element, letters: string, gap = 50) => {
  for (const letter of letters) {
    const deletes = letter === '<';
    stage.fire('keydown', { key: deletes ? 'Backspace' : letter, repeat: false }, field);
    stage.fire('beforeinput', { inputType: deletes ? 'deleteContentBackward' : 'insertText', isComposing: false }, field);
    stage.fire('input', { inputType: deletes ? 'deleteContentBackward' : 'insertText' }, field);
    stage.pass(gap);
  }
};

test('keys and corrections are counted, not which', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  type(stage, field, 'abc<');
  expect([stage.counts.get(Field.keys), stage.counts.get(Field.corrections)]).toEqual([4, 1]);
});

test('more than half of twelve keys deleted is a burst', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  type(stage, field, 'aaaaa<<<<<<<');
  expect(stage.signals).toEqual(['correction_burst #it 7']);
});

test.each([['half', 'aaaaaa<<<<<<', 50], ['too few keys', 'aa<<<<<', 50], ['slowly', 'aaaaa<<<<<<<', 1500]])('%s is none', (_name, letters, gap) => {
  const field = put('<input id="it">');
  const stage = play(keys);
  type(stage, field, letters, gap);
  expect(stage.signals).toEqual([]);
});

test('another field begins anew', () => {
  const field = put('<input id="it"><input id="other">');
  const stage = play(keys);
  type(stage, field, 'aaaaa<<<');
  type(stage, document.getElementById('other')!, '<<<<');
  expect(stage.signals).toEqual([]);
});

test('a key held down is one decision', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  type(stage, field, 'aaaaaaaa');
  for (let i = 0; i < 20; i++) {
    stage.fire('keydown', { key: 'Backspace', repeat: i > 0 }, field);
    stage.fire('beforeinput', { inputType: 'deleteContentBackward' }, field);
  }
  expect([stage.counts.get(Field.corrections), stage.signals]).toEqual([1, []]);
});

test('long typing forgets the oldest keys', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  type(stage, field, 'a'.repeat(300), 1);
  type(stage, field, '<'.repeat(66), 1);
  expect(stage.signals).toEqual(['correction_burst #it 65']);
});

test('an editor that changes its text itself lets no input event follow', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  for (const inputType of ['insertText', 'deleteContentBackward']) {
    stage.fire('keydown', { key: 'x', repeat: false }, field);
    stage.fire('beforeinput', { inputType }, field);
  }
  stage.gather();
  expect([stage.counts.get(Field.keys), stage.counts.get(Field.corrections)]).toEqual([2, 1]);
});

test('what scripts pretend is no correction', () => {
  const field = put('<input id="it">');
  const stage = play(keys);
  for (let i = 0; i < 40; i++) stage.fire('beforeinput', { inputType: 'deleteContentBackward', isTrusted: false }, field);
  stage.gather();
  expect(stage.counts.get(Field.corrections)).toBe(undefined);
});
