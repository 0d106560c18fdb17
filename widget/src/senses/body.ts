import { Field } from '../schema.ts';
import { createMotion } from './motion.ts';
import { forbids } from './policy.ts';
import { type Bench, register, type Running } from './sense.ts';

/** No reading by now: there is no sensor, ms. */
const PATIENCE = 3000;

/** How strongly a hand-held device is moved and how often it is turned between upright and lying. */
function start(bench: Bench): Running {
  const { here } = bench;
  const motionEvent = (globalThis as { DeviceMotionEvent?: { requestPermission?(): Promise<string> } }).DeviceMotionEvent;
  if (!motionEvent) {
    bench.state('unsupported', isSecureContext ? '' : 'insecure');
    return { stop() {} };
  }
  if (forbids('accelerometer')) {
    bench.state('blocked', 'policy'); // the browser itself would only stay silent
    return { stop() {} };
  }
  const motion = createMotion();
  let stops: (() => void)[] = [];
  let open = true;
  let heard = 0;
  const begin = () => {
    if (!open) return;
    bench.state('learning');
    stops = [
      here.on('devicemotion', ({ accelerationIncludingGravity: a }: DeviceMotionEvent) => {
        if (a?.x == null || a.y == null || a.z == null) return;
        heard++;
        if (motion.take(a.x, a.y, a.z)) bench.count(Field.orientationChanges, 1);
      }),
    ];
    const tick = () => {
      if (!open) return;
      const energy = motion.second();
      if (energy !== null) bench.sample([energy]);
      stops[1] = here.after(1000, tick);
    };
    stops[1] = here.after(1000, tick);
    stops[2] = here.after(PATIENCE, () => heard || bench.state('unsupported', 'nodevice'));
  };
  // iOS asks the visitor, and only right after a tap; elsewhere the panel's question is the only one.
  if (motionEvent.requestPermission) {
    bench.state('asking');
    motionEvent.requestPermission().then(
      here.guard((answer: string) => (answer === 'granted' ? begin() : bench.state('refused'))),
      () => bench.state('refused'),
    );
  } else begin();
  return {
    stop() {
      open = false;
      for (const stop of stops) stop();
    },
  };
}

register('body', start);
