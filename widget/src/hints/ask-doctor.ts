import type { Doctor } from '../surroundings.ts';

/** The doctor is for the site's developers, no visitor loads it: always the server's newest, also beside a fixed version. */
export const askDoctor: Doctor = (here, config, ...facts) => {
  const address = config.hints.replace(/(w\/\w{16}\/)?rapport-hints\.js.*/, 'rapport-doctor.js');
  here.load(address, '', () => {
    const { rapportDoctor } = globalThis as { rapportDoctor?: Doctor };
    if (rapportDoctor) rapportDoctor(here, config, ...facts);
    else console.warn(`rapport: cannot load ${address}`);
  });
};
