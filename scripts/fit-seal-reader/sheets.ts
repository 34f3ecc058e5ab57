// A simulated seal's ring as the network of rings sees it, and where it truly bears what.
import { pageSeal, unrollRound } from '@jianzhen/detector-seal';
import type { Ellipse } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import type { Random, SealTruth } from '@jianzhen/simulate';
import { asLocated } from '../as-located.ts';
import { edgeTruth, type RingTruth, ringTruth } from './truth.ts';

export interface LabelledSheet extends RingTruth {
  readonly shape: 'circle' | 'ellipse';
  /** Depths of the true outer edge, at equal turns. */
  readonly edge: readonly number[];
  /** Two planes of 64 rows × 360 columns. */
  readonly planes: Uint8Array;
}

/**
 * Null of a square seal, and where a circle is taken for an ellipse or an ellipse for a circle.
 *
 * @param miss by how much the seal is located elsewhere, in shares of its size
 */
export function sheetOf(
  image: RgbImage,
  seal: SealTruth,
  random: Random,
  miss: number,
): LabelledSheet | null {
  if (seal.shape === 'square') return null;
  const unrolled = unrollRound(pageSeal(image, { ...seal, ellipse: missed(seal.ellipse, random, miss) }));
  const truth = unrolled && ringTruth(unrolled, seal);
  if (!truth) return null;
  return {
    ...truth,
    shape: unrolled.plane.a === unrolled.plane.b ? 'circle' : 'ellipse',
    edge: edgeTruth(unrolled, seal.ellipse),
    planes: Uint8Array.from(unrolled.planes, (value) => Math.round(255 * value)),
  };
}

/** As a locator would have it that misses by so much, and turned as well. */
function missed(ellipse: Ellipse, random: Random, share: number): Ellipse {
  const beside = asLocated(ellipse, random, share);
  return { ...beside, angle: beside.angle + (random.normal() * share * 180) / Math.PI };
}
