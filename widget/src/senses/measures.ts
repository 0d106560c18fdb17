import { Channel, Field } from '../schema.ts';

/** One number of a sense: the field for "above usual" (the next one is "below"), its unit, and the least standard deviation. */
export interface Measure {
  name: string;
  /** {@link STAYS} where the page may show it and nothing of it leaves. */
  up: Field | typeof STAYS;
  unit: string;
  /** What the sensor cannot tell apart from nothing, in `unit`. */
  floor: number;
}

/** Of a measure that no evidence uses: what need not be known is not sent. */
export const STAYS = -1;

export interface Facts {
  channel: Channel;
  /** Counts compared samples; -1 where nothing is compared. */
  samples: number;
  measures: Measure[];
}

export type Name = 'text' | 'voice' | 'heart' | 'body' | 'face';

const measure = (name: string, up: Measure['up'], unit: string, floor: number): Measure => ({ name, up, unit, floor });

/** The floors are the resolution of the sensor or estimator, not a psychological threshold. */
export const SENSES: Record<Name, Facts> = {
  text: { channel: Channel.text, samples: -1, measures: [] },
  voice: {
    channel: Channel.voice,
    samples: Field.voiceSamples,
    measures: [
      measure('pitch', Field.voicePitchUp, 'semitones', 0.5),
      measure('spread', Field.voiceSpreadUp, 'semitones', 0.3),
      measure('level', Field.voiceLevelUp, 'dB', 1.5),
      measure('rate', Field.voiceRateUp, 'syllables/s', 0.5),
      // Jitter rises with strain in some studies and falls in others: shown to the visitor, no part of any score.
      measure('jitter', STAYS, '%', 0.2),
      // How much of a second is voiced follows from what is said as much as from how: shown as well, and no part of any score either.
      measure('voiced', STAYS, '%', 5),
    ],
  },
  heart: {
    channel: Channel.heart,
    samples: Field.heartSamples,
    measures: [measure('rate', Field.heartRateUp, 'beats/min', 2), measure('variability', Field.heartVariabilityUp, 'ms', 5)],
  },
  body: { channel: Channel.body, samples: Field.bodySamples, measures: [measure('energy', Field.bodyEnergyUp, 'm/s²', 0.05)] },
  face: {
    channel: Channel.face,
    samples: Field.faceSamples,
    measures: [
      measure('eyes', Field.faceEyeUp, 'ratio', 0.015),
      measure('brows', Field.faceBrowUp, 'ratio', 0.006),
      measure('mouth', Field.faceMouthUp, 'ratio', 0.012),
      measure('head', Field.faceHeadUp, 'ratio', 0.03),
    ],
  },
};
