// A made-up Bluetooth heart-rate strap, played by Chromium's own emulation.
const ADDRESS = '09:09:09:09:09:09';
const SERVICE = '0000180d-0000-1000-8000-00805f9b34fb';
const MEASUREMENT = '00002a37-0000-1000-8000-00805f9b34fb';
/** Client characteristic configuration: without it a page cannot subscribe. */
const CONFIGURATION = '00002902-0000-1000-8000-00805f9b34fb';

/** The bytes of one measurement: beats a minute and times between beats, ms. */
export const measurement = (bpm, intervals) => Buffer.from([0x16, bpm, ...intervals.flatMap((ms) => { const ticks = Math.round(ms * 1.024); return [ticks & 255, ticks >> 8]; })]);

/** @param next gives the bytes of the next measurement; @returns what reads the strap once, and what takes it out of reach */
export async function strap({ browser, p }, next) {
  const cdp = await browser.newBrowserCDPSession();
  const pageCdp = await p.context().newCDPSession(p);
  const say = (command, facts) => cdp.send(`BluetoothEmulation.${command}`, facts);
  await say('enable', { state: 'powered-on', leSupported: true });
  await say('simulatePreconnectedPeripheral', { address: ADDRESS, name: 'Strap', manufacturerData: [], knownServiceUuids: [SERVICE] });
  let made = false;
  cdp.on('BluetoothEmulation.gattOperationReceived', async ({ type }) => {
    if (type === 'discovery' && !made) {
      made = true;
      const { serviceId } = await say('addService', { address: ADDRESS, serviceUuid: SERVICE });
      const { characteristicId } = await say('addCharacteristic', { serviceId, characteristicUuid: MEASUREMENT, properties: { notify: true, read: true } });
      await say('addDescriptor', { characteristicId, descriptorUuid: CONFIGURATION });
    }
    await say('simulateGATTOperationResponse', { address: ADDRESS, type, code: 0 });
  });
  cdp.on('BluetoothEmulation.characteristicOperationReceived', ({ characteristicId, type }) =>
    say('simulateCharacteristicOperationResponse', { characteristicId, type, code: 0, ...(type === 'read' ? { data: next().toString('base64') } : {}) }));
  cdp.on('BluetoothEmulation.descriptorOperationReceived', ({ descriptorId, type }) => say('simulateDescriptorOperationResponse', { descriptorId, type, code: 0 }));
  await pageCdp.send('DeviceAccess.enable');
  let chosen = false; // the event repeats as the list grows; a second choice crashes the browser
  pageCdp.on('DeviceAccess.deviceRequestPrompted', ({ id, devices }) => {
    if (chosen) return;
    chosen = true;
    void pageCdp.send('DeviceAccess.selectPrompt', { id, deviceId: devices[0].id });
  });
  // The emulation has no command for a notification; reading fires the same event, so the page's own object is read.
  await p.addInitScript(() => {
    const real = globalThis.BluetoothRemoteGATTCharacteristic?.prototype.startNotifications;
    if (real) BluetoothRemoteGATTCharacteristic.prototype.startNotifications = function () {
      window.strap = this;
      return real.call(this);
    };
  });
  await p.reload();
  await p.waitForFunction(() => window.rapport?.loaded);
  return {
    beat: () => p.evaluate(() => window.strap.readValue().then(() => {})),
    leave: () => say('simulateGATTDisconnection', { address: ADDRESS }),
  };
}
