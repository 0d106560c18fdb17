// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { forms } from '../src/rare/forms.ts';
import { play, put } from './stage.ts';

const field = () => put('<input id="it"><input id="other">');

test('the second failed attempt at a field is trouble', () => {
  const stage = play(forms);
  const input = field();
  for (let i = 0; i < 2; i++) {
    stage.fire('pointerdown');
    stage.fire('invalid', {}, input);
    stage.pass(500);
  }
  expect(stage.signals).toEqual(['form_trouble #it 2']);
});

test('two checks of one attempt count once', () => {
  const stage = play(forms);
  const input = field();
  stage.fire('pointerdown');
  stage.fire('invalid', {}, input);
  stage.fire('invalid', {}, input);
  expect(stage.signals).toEqual([]);
});

test('Enter held down is one attempt', () => {
  const stage = play(forms);
  const input = field();
  stage.fire('focusin', {}, input);
  for (let i = 0; i < 18; i++) {
    stage.fire('keydown', { key: 'Enter', repeat: i > 0 }, input);
    stage.fire('invalid', {}, input);
    stage.pass(30);
  }
  expect(stage.signals).toEqual([]);
});

test('a visitor who presses a filled field again came back to it', () => {
  const stage = play(forms);
  const input = field() as HTMLInputElement;
  input.value = 'x';
  stage.fire('focusin', {}, input);
  stage.fire('input', {}, input);
  stage.fire('blur', {}, input);
  stage.fire('focusin', {}, document.getElementById('other')!);
  stage.pass(400);
  stage.fire('pointerdown', {}, input);
  stage.fire('focusin', {}, input);
  expect(stage.signals).toEqual(['field_return #it 2']);
});

test('a field that came filled in, passed by keyboard before it is changed, is no return', () => {
  const stage = play(forms);
  const input = field() as HTMLInputElement;
  input.value = 'x';
  for (let i = 0; i < 2; i++) {
    stage.fire('focusin', {}, input);
    stage.fire('blur', {}, input);
    stage.fire('focusin', {}, document.getElementById('other')!);
  }
  stage.fire('focusin', {}, input);
  stage.fire('input', {}, input);
  expect(stage.signals).toEqual([]);
  stage.fire('blur', {}, input);
  stage.fire('focusin', {}, document.getElementById('other')!);
  stage.fire('focusin', {}, input);
  stage.fire('input', {}, input);
  expect(stage.signals).toEqual(['field_return #it 2']);
});

test('a Tab that passes through is no return', () => {
  const stage = play(forms);
  const input = field() as HTMLInputElement;
  input.value = 'x';
  stage.fire('focusin', {}, input);
  stage.fire('input', {}, input);
  stage.fire('blur', {}, input);
  for (let i = 0; i < 3; i++) {
    stage.fire('focusin', {}, input);
    stage.fire('blur', {}, input);
    stage.fire('focusin', {}, document.getElementById('other')!);
    stage.pass(50);
  }
  expect(stage.signals).toEqual([]);
});
