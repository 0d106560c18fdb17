// Reads Chromium's own timeline (the Tracing domain), so that nothing is patched into the page that is measured.

/** Records the timeline until the returned function is called, which gives its events. */
export async function record(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'], recordMode: 'recordUntilFull' },
  });
  return async () => {
    const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await done;
    return events;
  };
}

const INPUT = /^(pointer(down|up|move)|mouse(down|up|move)|click|key(down|up)|before|input|wheel|scroll|focusin|focusout)/;

/** What the timeline says, in ms and µs of the main thread. */
export function read(events, ours) {
  const of = (test) => events.filter((event) => event.ph === 'X' && test(event));
  const url = ({ args }) => args?.data?.url ?? args?.fileName ?? '';
  const mine = (event) => ours.test(url(event));
  // Processor time of the thread, where the machine tells it: other work on the machine does not count.
  const time = ({ tdur, dur = 0 }) => tdur ?? dur;
  const sum = (list) => list.reduce((total, event) => total + time(event), 0);
  const dispatches = of(({ name, args }) => name === 'EventDispatch' && INPUT.test(args?.data?.type ?? ''));
  const evaluations = of((event) => /^(EvaluateScript|v8\.compile)$/.test(event.name) && mine(event));
  const calls = of((event) => event.name === 'FunctionCall' && mine(event));
  return {
    evaluateMs: sum(evaluations) / 1000,
    dispatchUs: dispatches.map(time),
    longestMs: Math.max(0, ...[...evaluations, ...calls].map(time)) / 1000,
  };
}
