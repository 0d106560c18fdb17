import { createVariability, readBeats } from './heart-rate.ts';
import { forbids } from './policy.ts';
import { type Bench, register, type Running } from './sense.ts';

/** The parts of Web Bluetooth that are used; TypeScript's own library has none. */
interface Bluetooth {
  getAvailability?(): Promise<boolean>;
  requestDevice(options: { filters: { services: string[] }[] }): Promise<Device>;
}
interface Device extends EventTarget {
  gatt: { connected: boolean; connect(): Promise<Server>; disconnect(): void };
}
interface Server {
  getPrimaryService(name: string): Promise<{ getCharacteristic(name: string): Promise<Characteristic> }>;
}
interface Characteristic extends EventTarget {
  value?: DataView;
  startNotifications(): Promise<unknown>;
  readValue?(): Promise<DataView>;
}

/** A sensor that says nothing for this long is away, ms. */
const SILENCE = 5000;

/** Heart rate and RMSSD from a Bluetooth strap that the visitor picks in the browser's own chooser. */
function start(bench: Bench): Running {
  const { here } = bench;
  const { bluetooth } = navigator as { bluetooth?: Bluetooth };
  if (!bluetooth) {
    bench.state('unsupported', isSecureContext ? '' : 'insecure');
    return { stop() {} };
  }
  if (forbids('bluetooth')) {
    bench.state('blocked', 'policy');
    return { stop() {} };
  }
  const variability = createVariability();
  let device: Device | null = null;
  let characteristic: Characteristic | null = null;
  let open = true;
  let silent = () => {};
  let sent = 0;

  const expect = () => {
    silent();
    silent = here.after(SILENCE, () => bench.note('away'));
  };
  const hear = here.guard(() => {
    if (!open || !characteristic?.value) return;
    expect();
    const beats = readBeats(characteristic.value);
    if (!beats) {
      bench.note('odd'); // left out
      return;
    }
    if (beats.contact === false) {
      bench.note('contact');
      return;
    }
    variability.take(beats.intervals);
    const rmssd = variability.rmssd();
    bench.tell({ bpm: beats.bpm, rmssd });
    const at = performance.now();
    if (rmssd === null || at - sent < 900) return;
    sent = at;
    bench.sample([beats.bpm, rmssd]);
  });
  const gone = here.guard(() => bench.state('lost'));
  const stop = () => {
    open = false;
    silent();
    characteristic?.removeEventListener('characteristicvaluechanged', hear);
    device?.removeEventListener('gattserverdisconnected', gone);
    device?.gatt.disconnect();
  };
  const failed = here.guard(({ name }: DOMException) => {
    if (!open) return;
    if (name === 'NotFoundError') bench.state('refused'); // the chooser was closed
    else if (name === 'SecurityError') bench.state('blocked', 'policy');
    else if (name === 'NetworkError') bench.state('lost');
    else bench.state('unsupported', 'nodevice');
  });
  const connect = async () => {
    // Without a radio the chooser would fail just as if the visitor had closed it.
    if ((await bluetooth.getAvailability?.()) === false) return bench.state('unsupported', 'nodevice');
    if (!open) return;
    device = await bluetooth.requestDevice({ filters: [{ services: ['heart_rate'] }] });
    if (!open) return;
    bench.state('starting');
    device.addEventListener('gattserverdisconnected', gone);
    const server = await device.gatt.connect();
    characteristic = await (await server.getPrimaryService('heart_rate')).getCharacteristic('heart_rate_measurement');
    characteristic.addEventListener('characteristicvaluechanged', hear);
    await characteristic.startNotifications();
    if (!open) return stop();
    bench.state('learning');
    expect();
  };
  bench.state('asking');
  connect().catch(failed);
  return { stop };
}

register('heart', start);
