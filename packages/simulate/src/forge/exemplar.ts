/**
 * A. Criminisi, P. Pérez and K. Toyama, "Region Filling and Object Removal by Exemplar-Based Image Inpainting" (IEEE Transactions on
 * Image Processing 13(9), 2004): patches on the rim of the hole are completed, the surest first, from the patch of the surroundings that
 * fits best what is known of them. Priority is the confidence term C(p) alone (equation 1 without D(p)): paper has no
 * edges to carry on. Candidates are a random sample of blank patches in place of the exhaustive search.
 */
import type { Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { type Hole, offset } from './hole.ts';
import type { Ink } from './ink.ts';

const HALF = 4;
const SIDE = 2 * HALF + 1;
const CANDIDATES = 60;

/** Fills the hole in place; false, with nothing touched, where the surroundings hold no blank patch. */
export function fillByExample(page: Picture, ink: Ink, hole: Hole, random: Random): boolean {
  const { zone } = hole;
  const { width, height } = zone;
  const sources = blankPatches(ink, hole, random);
  if (sources.length < 4) return false;
  const left = hole.open.slice();
  const confidence = Float32Array.from(left, (open) => 1 - open);
  const rim = new Map<number, number>();
  const renew = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(1, y0); y <= Math.min(height - 2, y1); y++) {
      for (let x = Math.max(1, x0); x <= Math.min(width - 2, x1); x++) {
        const k = y * width + x;
        if (!left[k]) rim.delete(k);
        else if (!(left[k - 1] && left[k + 1] && left[k - width] && left[k + width]))
          rim.set(k, sureness(confidence, x, y, width, height));
      }
    }
  };
  renew(0, 0, width - 1, height - 1);
  while (rim.size > 0) {
    let best = -1;
    let most = -1;
    for (const [k, value] of rim) {
      if (value > most) {
        most = value;
        best = k;
      }
    }
    const x = best % width;
    const y = Math.floor(best / width);
    const source = nearest(page, hole, left, x, y, random, sources);
    for (let v = -HALF; v <= HALF; v++) {
      for (let u = -HALF; u <= HALF; u++) {
        const k = (y + v) * width + x + u;
        if (x + u < 0 || y + v < 0 || x + u >= width || y + v >= height || !left[k]) continue;
        const from = source + (v * page.width + u) * 3;
        page.rgb.copyWithin(offset(page, zone, k), from, from + 3);
        left[k] = 0;
        confidence[k] = most;
      }
    }
    renew(x - SIDE, y - SIDE, x + SIDE, y + SIDE);
  }
  return true;
}

/** Offsets (in the page's bytes) of the centres of patches without ink or hole. */
function blankPatches(ink: Ink, { zone, open }: Hole, random: Random): number[] {
  const out: number[] = [];
  if (zone.width <= SIDE || zone.height <= SIDE) return out;
  for (let attempt = 0; attempt < 2400 && out.length < 400; attempt++) {
    const x = random.integer(HALF, zone.width - HALF - 1);
    const y = random.integer(HALF, zone.height - HALF - 1);
    const corners = [-HALF, 0, HALF].flatMap((v) =>
      [-HALF, 0, HALF].map((u) => (y + v) * zone.width + x + u),
    );
    if (corners.some((k) => open[k])) continue;
    if (ink.sum({ x: zone.x + x - HALF, y: zone.y + y - HALF, width: SIDE, height: SIDE }) > 0) continue;
    out.push(((zone.y + y) * ink.width + zone.x + x) * 3);
  }
  return out;
}

function sureness(confidence: Float32Array, x: number, y: number, width: number, height: number): number {
  let sum = 0;
  for (let v = Math.max(0, y - HALF); v <= Math.min(height - 1, y + HALF); v++) {
    for (let u = Math.max(0, x - HALF); u <= Math.min(width - 1, x + HALF); u++)
      sum += confidence[v * width + u]!;
  }
  return sum / (SIDE * SIDE);
}

/** Of a sample of the sources, the one whose known part differs least (sum of squares). */
function nearest(
  page: Picture,
  { zone }: Hole,
  left: Uint8Array,
  x: number,
  y: number,
  random: Random,
  sources: readonly number[],
): number {
  const shifts: number[] = [];
  const here = ((zone.y + y) * page.width + zone.x + x) * 3;
  for (let v = -HALF; v <= HALF; v++) {
    for (let u = -HALF; u <= HALF; u++) {
      if (x + u < 0 || y + v < 0 || x + u >= zone.width || y + v >= zone.height) continue;
      if (!left[(y + v) * zone.width + x + u]) shifts.push((v * page.width + u) * 3);
    }
  }
  let best = sources[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < CANDIDATES; n++) {
    const source = random.pick(sources);
    let miss = 0;
    for (const shift of shifts) {
      for (let c = 0; c < 3; c++) miss += (page.rgb[source + shift + c]! - page.rgb[here + shift + c]!) ** 2;
      if (miss >= least) break;
    }
    if (miss < least) {
      least = miss;
      best = source;
    }
  }
  return best;
}
