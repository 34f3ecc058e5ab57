/**
 * The origin of an earlier grid that the present one does not share.
 *
 * In the spirit of T. Bianchi, A. Piva, "Detection of nonaligned double JPEG compression based on integer periodicity
 * maps", IEEE TIFS 7(2), 2012: each of the 64 origins is measured and an earlier grid breaks the symmetry of the
 * measures. Theirs is the periodicity of DC; on paper clipped to white that is lost, but the earlier quantisation's empty
 * high frequencies are not, so what is measured is the energy there. Origins mirrored in the present grid are alike
 * without an earlier one, which makes the mirror image each origin's own reference.
 */
import type { Plane } from '@jianzhen/raster';
import { highFrequencyEnergy } from '../../dct/energy.ts';

export interface Shift {
  readonly x: number;
  readonly y: number;
  /** How much less high-frequency energy (sum of ln(1 + |c|) a block) than at the mirrored origin. */
  readonly asymmetry: number;
}

/** An origin that stands out this much more than the next needs no rival. */
const CLEAR = 1.6;

/** Earlier origins other than the present grid's, likeliest first, one or two. `luma` is made of whole blocks. */
export function likelyShifts(luma: Plane): Shift[] {
  const energy = highFrequencyEnergy(luma);
  const shifts: Shift[] = [];
  for (let origin = 1; origin < 64; origin++) {
    shifts.push({ x: origin & 7, y: origin >> 3, asymmetry: reference(energy, origin) - energy[origin]! });
  }
  shifts.sort((a, b) => b.asymmetry - a.asymmetry);
  return shifts.slice(0, shifts[0]!.asymmetry > CLEAR * shifts[1]!.asymmetry ? 1 : 2);
}

/** Energy at the mirrored origin; halfway origins are their own mirror and are held against their neighbours. */
function reference(energy: Float64Array, origin: number): number {
  const x = origin & 7;
  const y = origin >> 3;
  const mirror = 8 * ((8 - y) & 7) + ((8 - x) & 7);
  if (mirror !== origin) return energy[mirror]!;
  const beside = [(x + 1) & 7, (x + 7) & 7].map((column) => energy[8 * y + column]!);
  const over = [(y + 1) & 7, (y + 7) & 7].map((row) => energy[8 * row + x]!);
  // Along an axis that the origin shares with the present grid the neighbours are no measure.
  const fair = [...(x === 4 ? beside : []), ...(y === 4 ? over : [])];
  return Math.min(...fair);
}
