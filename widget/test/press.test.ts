// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { deadClick } from '../src/collect/dead-click.ts';
import { presses } from '../src/collect/press.ts';
import { rageClick } from '../src/collect/rage-click.ts';
import { Topic } from '../src/sink.ts';
import { play, put, type Stage } from './stage.ts';

const start = () => play(rageClick, deadClick, presses);
const click = (stage: Stage, on: Element, to = { clientX: 5, clientY: 5 }) => {
  const at = { button: 0, pointerType: 'mouse', clientX: 5, clientY: 5 };
  stage.fire('pointerdown', at, on);
  stage.fire('pointerup', at, on);
  stage.fire('click', { ...at, ...to, detail: 1 }, on);
};
const key = (stage: Stage, on: Element, facts = {}) => {
  stage.fire('keydown', { key: 'Enter', repeat: false, ...facts }, on);
  stage.fire('click', { button: 0, detail: 0 }, on);
};

test('three clicks that change nothing are rage', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 3; i++) {
    click(stage, button);
    stage.pass(200);
  }
  expect(stage.signals).toEqual(['rage_click #it 3']);
});

test('clicks that each get an answer are work', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 6; i++) {
    click(stage, button);
    stage.tell(Topic.answer, stage.time());
    stage.pass(200);
  }
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('clicks that change the value beside them are work', () => {
  const stage = start();
  const button = put('<div><input id="n" value="1"><button id="it">+</button></div>');
  for (let i = 0; i < 6; i++) {
    click(stage, button);
    (document.getElementById('n') as HTMLInputElement).value = `${i + 2}`;
    stage.pass(200);
  }
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('a ripple is no change', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 3; i++) {
    click(stage, button);
    button.append(document.createElement('span'));
    stage.pass(200);
  }
  expect(stage.signals).toEqual(['rage_click #it 3']);
});

test('one click that nothing follows is dead after 1.2 seconds', () => {
  const stage = start();
  click(stage, put('<button id="it">Go</button>'));
  stage.pass(1190);
  const early = [...stage.signals];
  stage.pass(20);
  expect([early, stage.signals]).toEqual([[], ['dead_click #it 1']]);
});

test('a late request keeps a click alive', () => {
  const stage = start();
  click(stage, put('<button id="it">Go</button>'));
  stage.pass(600);
  stage.tell(Topic.request, stage.time());
  stage.pass(1000);
  expect(stage.signals).toEqual([]);
});

test('a drag is no click', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 3; i++) click(stage, button, { clientX: 60, clientY: 5 });
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('a key pressed three times in vain is rage', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 3; i++) {
    key(stage, button);
    stage.pass(400);
  }
  expect(stage.signals).toEqual(['rage_click #it 3']);
});

test('a key pressed once in vain may have spoken to a screen reader only', () => {
  const stage = start();
  key(stage, put('<button id="it">Go</button>'));
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('a key that repeats by nature is not', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 8; i++) {
    key(stage, button);
    stage.pass(100);
  }
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('a screen reader that clicks without a key never counts', () => {
  const stage = start();
  const button = put('<button id="it">Go</button>');
  for (let i = 0; i < 4; i++) {
    stage.fire('click', { button: 0, detail: 0 }, button);
    stage.pass(400);
  }
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});

test('Enter in a text field is no press of the form’s button', () => {
  const stage = start();
  const button = put('<form><input id="q"><button id="it">Find</button></form>');
  for (let i = 0; i < 4; i++) {
    stage.fire('keydown', { key: 'Enter', repeat: false }, document.getElementById('q')!);
    stage.fire('click', { button: 0, detail: 0 }, button);
    stage.pass(400);
  }
  stage.pass(1500);
  expect(stage.signals).toEqual([]);
});
