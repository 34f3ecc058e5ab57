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
import { forwardBlock } from '../../dct/transform.ts';

export interface Shift {
  readonly x: number;
  readonly y: number;
  /** How much less high-frequency energy (sum of ln(1 + |c|) a block) than at the mirrored origin. */
  readonly asymmetry: number;
}

const SITES = 800;
/** Print: cells at least this busy, relative to the busiest few. */
const BUSY = 0.25;
const BUSIEST = 0.97;

const HIGH = Uint8Array.from(Array.from({ length: 64 }, (_, k) => k).filter((k) => (k >> 3) + (k & 7) >= 7));

/** Earlier origins other than the present grid's, likeliest first. `luma` is made of whole blocks. */
export function likelyShifts(luma: Plane, count: number): Shift[] {
  const energy = new Float64Array(64);
  const sites = printSites(luma);
  const block = new Float32Array(64);
  const { width, data } = luma;
  for (const site of sites) {
    for (let dy = -4; dy < 4; dy++) {
      for (let dx = -4; dx < 4; dx++) {
        const at = site + dy * width + dx;
        for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) block[8 * y + x] = data[at + y * width + x]!;
        forwardBlock(block);
        let sum = 0;
        for (const k of HIGH) sum += Math.log1p(Math.abs(block[k]!));
        const origin = 8 * (dy & 7) + (dx & 7);
        energy[origin] = energy[origin]! + sum / sites.length;
      }
    }
  }
  const shifts: Shift[] = [];
  if (sites.length === 0) return shifts;
  for (let origin = 1; origin < 64; origin++) {
    shifts.push({ x: origin & 7, y: origin >> 3, asymmetry: reference(energy, origin) - energy[origin]! });
  }
  return shifts.sort((a, b) => b.asymmetry - a.asymmetry).slice(0, count);
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

/** Top left pixels of busy cells that have neighbours all round. */
function printSites(luma: Plane): Int32Array {
  const { width, height, data } = luma;
  const columns = width >> 3;
  const rows = height >> 3;
  const busy: { at: number; activity: number }[] = [];
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const at = 8 * (row * width + column);
      let activity = 0;
      for (let y = 0; y < 8; y++) {
        for (let i = at + y * width; i < at + y * width + 7; i++)
          activity += Math.abs(data[i + 1]! - data[i]!);
      }
      busy.push({ at, activity });
    }
  }
  const sorted = Float32Array.from(busy, (site) => site.activity).sort();
  const least = BUSY * (sorted[Math.floor(BUSIEST * sorted.length)] ?? 0);
  const print = busy.filter((site) => site.activity >= least && site.activity > 0);
  const size = Math.min(SITES, print.length);
  return Int32Array.from(
    { length: size },
    (_, i) => print[Math.floor(((i + 0.5) * print.length) / size)]!.at,
  );
}
