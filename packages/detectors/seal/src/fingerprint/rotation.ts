import { BLANK, type PolarMap, RINGS, SECTORS, UNSEEN } from './polar.ts';

/** Rotations are sought on maps of a third of the rings and sectors. */
const THIRD = 3;
const COARSE_RINGS = RINGS / THIRD;
const COARSE = SECTORS / THIRD;
/** Rotations that come into question, how far apart they lie, and how near the second comes to the first. */
const PEAKS = 2;
const APART = 3;
const NEARLY = 0.8;
/** Energy below which a ring counts less than others. */
const FEW = 4;

/** Ink of each coarse ring less its mean, all rings of one energy, cells unseen being 0: what does not change along a ring says nothing of rotation. */
export function coarseInk(map: PolarMap): Float32Array {
  const out = new Float32Array(COARSE_RINGS * COARSE);
  for (let ring = 0; ring < COARSE_RINGS; ring++) {
    let [sum, count] = [0, 0];
    const known = new Uint8Array(COARSE);
    for (let sector = 0; sector < COARSE; sector++) {
      let [ink, cells] = [0, 0];
      for (let k = 0; k < THIRD * THIRD; k++) {
        const at = (THIRD * ring + Math.floor(k / THIRD)) * SECTORS + THIRD * sector + (k % THIRD);
        const level = map[at]!;
        if (level === UNSEEN) continue;
        ink += level - BLANK;
        cells++;
      }
      if (cells === 0) continue;
      known[sector] = 1;
      out[ring * COARSE + sector] = ink / cells;
      sum += ink / cells;
      count++;
    }
    let energy = FEW;
    for (let sector = 0; sector < COARSE; sector++) {
      if (!known[sector]) continue;
      out[ring * COARSE + sector]! -= sum / count;
      energy += out[ring * COARSE + sector]! ** 2;
    }
    for (let sector = 0; sector < COARSE; sector++) out[ring * COARSE + sector]! /= Math.sqrt(energy);
  }
  return out;
}

/** Sectors by which the second map is turned against the first where they go together best, best first. */
export function rotations(first: PolarMap, second: PolarMap): number[] {
  const [a, b] = [coarseInk(first), coarseInk(second)];
  const sums = new Float32Array(COARSE);
  for (let ring = 0; ring < COARSE_RINGS; ring++) {
    const from = ring * COARSE;
    for (let shift = 0; shift < COARSE; shift++) {
      let sum = 0;
      for (let s = 0, t = shift; s < COARSE; s++, t = t + 1 === COARSE ? 0 : t + 1)
        sum += a[from + s]! * b[from + t]!;
      sums[shift]! += sum;
    }
  }
  const order = [...sums.keys()].sort((p, q) => sums[q]! - sums[p]!);
  const peaks: number[] = [];
  for (const shift of order) {
    const near = (other: number) => {
      const gap = Math.abs(shift - other);
      return Math.min(gap, COARSE - gap) < APART;
    };
    if (peaks.length === PEAKS || sums[shift]! < NEARLY * sums[order[0]!]!) break;
    if (!peaks.some(near)) peaks.push(shift);
  }
  return peaks.map((shift) => THIRD * shift);
}
