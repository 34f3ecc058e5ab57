import type { Plane } from '@jianzhen/raster';
import { forwardBlock } from './transform.ts';

/** Cells of print that are measured, at most. */
const SITES = 800;
/** Print: cells at least this busy, relative to the busiest few. */
const BUSY = 0.25;
const BUSIEST = 0.97;

const HIGH = Uint8Array.from(Array.from({ length: 64 }, (_, k) => k).filter((k) => (k >> 3) + (k & 7) >= 7));

/**
 * High-frequency energy, the mean over blocks of print of the sum of ln(1 + |c|) over the finer half of the frequencies, for
 * each of the 64 grid origins (index 8·y + x). Quantisation empties high frequencies on its own grid: there the energy is
 * least. All 0 where nothing is printed.
 */
export function highFrequencyEnergy(luma: Plane): Float64Array {
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
        let product = 1;
        for (const k of HIGH) product *= 1 + Math.abs(block[k]!);
        const origin = 8 * (dy & 7) + (dx & 7);
        energy[origin] = energy[origin]! + Math.log(product) / sites.length;
      }
    }
  }
  return energy;
}

/** Grid origins 8·y + x in order of energy, least first. */
export function emptiestOrigins(luma: Plane): number[] {
  const energy = highFrequencyEnergy(luma);
  return [...energy.keys()].sort((a, b) => energy[a]! - energy[b]!);
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
