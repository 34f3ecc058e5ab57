import type { InkMap } from '../rectify/ink.ts';
import { sampled } from '../rectify/sampled.ts';
import type { SealPlane } from './ring.ts';

/** Radii between which the points of a star are looked for; the rules' star reaches to a third. */
const RADII = { from: 0.1, to: 0.46, count: 19 } as const;
const ANGLES = 180;

export interface StarFit {
  /** Share of what changes around the centre that comes back five times, 0–1. */
  readonly score: number;
  /** Where a point of the star lies: turns clockwise from the frame's top, in [0, 0.2). */
  readonly turn: number;
  /** How far the points reach. */
  readonly radius: number;
  /** Mean ink about the centre, and of the disc that holds a centre's picture, 0–1. */
  readonly core: number;
  readonly disc: number;
}

/**
 * Correlates the centre with itself turned by fifths: of each circle's ink the share of the fifth harmonic and its multiples. Circles
 * that a star's points cross swing most, so they weigh most.
 */
export function fitStar({ ink, width, height }: InkMap, { toPicture }: SealPlane): StarFit {
  const { xx, xy, x0, yx, yy, y0 } = toPicture;
  const at = (radius: number, angle: number) => {
    const [u, v] = [radius * Math.sin(angle), -radius * Math.cos(angle)];
    return sampled(ink, width, height, xx * u + xy * v + x0, yx * u + yy * v + y0);
  };
  let [fives, all, real, imaginary, disc, weights] = [0, 0, 0, 0, 0, 0];
  const swings: number[] = [];
  for (let i = 0; i < RADII.count; i++) {
    const radius = RADII.from + ((RADII.to - RADII.from) * i) / (RADII.count - 1);
    const values = Float64Array.from({ length: ANGLES }, (_, k) => at(radius, (2 * Math.PI * k) / ANGLES));
    const mean = values.reduce((sum, value) => sum + value, 0) / ANGLES;
    all += values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ANGLES;
    disc += radius * mean;
    weights += radius;
    swings.push(0);
    for (const harmonic of [5, 10, 15]) {
      let [cos, sin] = [0, 0];
      for (let k = 0; k < ANGLES; k++) {
        const angle = (2 * Math.PI * harmonic * k) / ANGLES;
        cos += values[k] * Math.cos(angle);
        sin += values[k] * Math.sin(angle);
      }
      const power = (2 * (cos * cos + sin * sin)) / ANGLES ** 2;
      fives += power;
      swings[i] += power;
      if (harmonic === 5) [real, imaginary] = [real + cos, imaginary + sin];
    }
  }
  const radius = reach(swings);
  let core = 0;
  for (let k = 0; k < ANGLES; k += 6) core += at(0.07, (2 * Math.PI * k) / ANGLES) / (ANGLES / 6);
  const phase = Math.atan2(imaginary, real) / (2 * Math.PI * 5);
  const turn = (phase + 0.2) % 0.2;
  return { score: fives / Math.max(all, 1e-4), turn, radius, core, disc: disc / weights };
}

/** The radius up to which circles cross the points: a tip is narrow and swings little. */
function reach(swings: readonly number[]): number {
  const most = Math.max(...swings);
  const last = swings.findLastIndex((swing) => swing > 0.06 * most);
  return RADII.from + ((RADII.to - RADII.from) * (last + 1.5)) / (RADII.count - 1);
}
