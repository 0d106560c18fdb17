// @vitest-environment happy-dom
// The real React and Vue, in a small application each: the widget lives as long as the component or application.
// @ts-expect-error only the few words that the bindings use are declared
import { act, createElement, StrictMode } from 'react';
// @ts-expect-error not declared at all
import { createRoot } from 'react-dom/client';
// @ts-expect-error only the few words that the bindings use are declared
import { createApp, h } from 'vue';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Rapport } from '../src/api.ts';
import { useRapport as useInReact } from '../src/bindings/react.ts';
import { rapportPlugin, useRapport as useInVue } from '../src/bindings/vue.ts';

/** No server: the widget runs, and senses and sends nothing. */
const config = { site: 'demo-shop-key-0001', endpoint: 'nowhere' };
const heard: unknown[] = [];

beforeEach(() => {
  heard.length = 0;
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});

/** A running widget answers to `on`; one that is not there or was stopped by its binding does not. */
const runs = (rapport: Rapport) => typeof rapport('on', 'doctor', () => {}) === 'function';

function mountReact(strict: boolean) {
  let rapport!: Rapport;
  const App = () => {
    rapport = useInReact(config);
    return null;
  };
  const at = document.createElement('div');
  const root = createRoot(at);
  act(() => root.render(strict ? createElement(StrictMode, null, createElement(App)) : createElement(App)));
  return { rapport, unmount: () => act(() => root.unmount()) };
}

test.each([false, true])('React: the hook gives a running widget (strict mode: %s)', (strict) => {
  const { rapport, unmount } = mountReact(strict);
  expect(runs(rapport)).toBe(true);
  unmount();
});

test('React: commands given before the mount are kept', async () => {
  let rapport!: Rapport;
  const App = () => {
    const first = !rapport;
    rapport = useInReact({ ...config, consent: 'ask' });
    if (first) rapport('on', 'consent', (on) => heard.push(on));
    if (first) rapport('consent', true);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(App)));
  await vi.waitFor(() => expect(heard).toEqual([true]));
  act(() => root.unmount());
});

test('React: after the unmount commands do nothing', () => {
  const { rapport, unmount } = mountReact(false);
  unmount();
  expect(runs(rapport)).toBe(false);
});

test('Vue: the plugin gives every component the running widget', () => {
  let rapport!: Rapport;
  const app = createApp({
    setup() {
      rapport = useInVue();
      return () => h('p', 'here');
    },
  });
  app.use(rapportPlugin, config);
  app.mount(document.createElement('div'));
  expect(runs(rapport)).toBe(true);
  expect(app.config.globalProperties.$rapport).toBe(rapport);
  app.unmount();
});

test('Vue: without the plugin the reason is said', () => {
  const app = createApp({ setup: () => (useInVue(), () => null) });
  app.config.warnHandler = () => {};
  app.config.errorHandler = (error: Error) => heard.push(error.message);
  app.mount(document.createElement('div'));
  expect(heard.join()).toContain('app.use(rapportPlugin');
});
