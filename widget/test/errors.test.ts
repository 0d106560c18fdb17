// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { errors } from '../src/collect/errors.ts';
import { play, put } from './stage.ts';

const thrown = { message: 'x is undefined', lineno: 3 };

test('an error inside the click is blamed on that click', () => {
  const stage = play(errors);
  const button = put('<button id="it">Pay</button>');
  const at = stage.time();
  stage.fire('error', thrown);
  stage.pass(4);
  stage.press(button, { _at: at });
  stage.pass(300);
  expect(stage.signals).toEqual(['error_click #it 1']);
});

test('the control pressed before is not blamed', () => {
  const stage = play(errors);
  const good = put('<button id="good">More</button><button id="it">Pay</button>', 'good');
  stage.press(good);
  stage.pass(400);
  const at = stage.time();
  stage.fire('error', thrown);
  stage.press(document.getElementById('it')!, { _at: at });
  stage.pass(300);
  expect(stage.signals).toEqual(['error_click #it 1']);
});

test('a quick second click does not hide the error of the first', () => {
  const stage = play(errors);
  const button = put('<button id="it">Pay</button>');
  stage.press(button);
  stage.fire('error', thrown);
  stage.pass(90);
  stage.press(button);
  stage.pass(400);
  expect(stage.signals).toEqual(['error_click #it 1']);
});

test('several errors of one press are one signal', () => {
  const stage = play(errors);
  stage.press(put('<button id="it">Pay</button>'));
  stage.fire('error', thrown);
  stage.fire('unhandledrejection', { reason: new Error('no') });
  stage.pass(400);
  expect(stage.signals).toEqual(['error_click #it 2']);
});

test('an error that also comes by itself is never blamed on a press', () => {
  const stage = play(errors);
  const button = put('<button id="it">Pay</button>');
  stage.fire('error', thrown);
  stage.pass(3000);
  stage.press(button);
  stage.fire('error', thrown);
  stage.pass(400);
  expect(stage.signals).toEqual([]);
});

test('an error long after the press is not blamed on it', () => {
  const stage = play(errors);
  stage.press(put('<button id="it">Pay</button>'));
  stage.pass(2500);
  stage.fire('error', thrown);
  stage.pass(400);
  expect(stage.signals).toEqual([]);
});

test('a notice of the browser is no error', () => {
  const stage = play(errors);
  stage.press(put('<button id="it">Pay</button>'));
  stage.fire('error', { message: 'ResizeObserver loop completed with undelivered notifications.' });
  stage.pass(400);
  expect(stage.signals).toEqual([]);
});
