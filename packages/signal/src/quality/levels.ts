/** Counts of windows by their level: memory stays flat however long a call lasts. */
export interface LevelHistogram {
  /** @param power mean square of a window */
  add(power: number): void;
  readonly count: number;
  /** The power that this share of the windows stays below; 0 where there are none. */
  quantile(share: number): number;
}

/** Steps of half a dB from -120 dBFS up. */
const STEP = 0.5;
const LOWEST = -120;
const STEPS = 241;

export function levelHistogram(): LevelHistogram {
  const counts = new Uint32Array(STEPS);
  let count = 0;
  return {
    add(power) {
      const step = Math.round((decibels(power) - LOWEST) / STEP);
      const place = Math.min(STEPS - 1, Math.max(0, step));
      counts[place] = counts[place]! + 1;
      count++;
    },
    get count() {
      return count;
    },
    quantile(share) {
      let left = share * count;
      for (let step = 0; step < STEPS; step++) {
        left -= counts[step]!;
        if (left < 0) return step === 0 ? 0 : 10 ** ((LOWEST + step * STEP) / 10);
      }
      return 0;
    },
  };
}

/** 10 · log10 of a power; -∞ of nothing. */
export const decibels = (power: number): number => 10 * Math.log10(power);
