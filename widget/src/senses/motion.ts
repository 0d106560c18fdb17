/** Share of gravity along the screen's normal above which a device lies, and below which it stands: apart, so that it does not flutter. */
const LIES = 0.85;
const STANDS = 0.6;
/** Weight of a new reading in what is taken for gravity (a low pass of about half a second at 60 readings a second). */
const SLOWLY = 0.03;
/** Fewest readings of a second that say anything. */
const FEWEST = 5;

/** Motion in numbers; nothing of a single reading is kept. */
export interface Motion {
  /** Takes a reading, m/s² with gravity; true when the device was turned between upright and lying. */
  take(x: number, y: number, z: number): boolean;
  /** Closes a second: standard deviation of the acceleration's strength, m/s²; null when there were too few readings. */
  second(): number | null;
}

export function createMotion(): Motion {
  let gravity: [number, number, number] | null = null;
  let lying: boolean | null = null;
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    take(x, y, z) {
      const strength = Math.hypot(x, y, z);
      const step = strength - mean;
      mean += step / ++count;
      squares += step * (strength - mean);
      gravity ??= [x, y, z];
      [x, y, z].forEach((value, i) => (gravity![i]! += SLOWLY * (value - gravity![i]!)));
      const share = Math.abs(gravity[2]) / (Math.hypot(...gravity) || 1);
      const next = share > LIES ? true : share < STANDS ? false : lying;
      const turned = lying !== null && next !== lying;
      lying = next;
      return turned;
    },
    second() {
      const energy = count < FEWEST ? null : Math.sqrt(squares / count);
      count = mean = squares = 0;
      return energy;
    },
  };
}
