/**
 * A. Telea, "An Image Inpainting Technique Based on the Fast Marching Method" (Journal of Graphics Tools 9(1), 2004), §2: pixels are
 * filled from the rim inwards, each as a weighted mean of the known ones about it. The march goes by rings of equal distance to
 * the rim rather than by an eikonal solver: on holes as thin as strokes the order is the same but for ties.
 */
import { clamp, type Picture } from '../picture.ts';
import { type Hole, offset } from './hole.ts';
import type { Ink } from './ink.ts';
import type { Paper } from './paper.ts';

const RADIUS = 4;

/** Fills the hole in place from the blank paper about it; the paper's plane stands in where no blank pixel is near. */
export function fillByMarching(page: Picture, ink: Ink, paper: Paper, { zone, open }: Hole): void {
  const { width, height } = zone;
  const left = open.slice();
  const blank = Uint8Array.from(open, (hole, k) =>
    hole || ink.near(zone.x + (k % width), zone.y + Math.floor(k / width), 2) ? 0 : 1,
  );
  let rim = holes(left).filter((k) => touches(left, k, width, height));
  while (rim.length > 0) {
    const filled = rim.map((k) => average(page, paper, zone, blank, k));
    rim.forEach((k, i) => {
      const at = offset(page, zone, k);
      for (let c = 0; c < 3; c++) page.rgb[at + c] = clamp(Math.round(filled[i]![c]!), 0, 255);
      left[k] = 0;
      blank[k] = 1;
    });
    const next = new Set<number>();
    for (const k of rim) {
      for (const n of [k - 1, k + 1, k - width, k + width]) if (left[n]) next.add(n);
    }
    rim = [...next];
  }
}

const holes = (open: Uint8Array): number[] => {
  const out: number[] = [];
  for (let k = 0; k < open.length; k++) if (open[k]) out.push(k);
  return out;
};

function touches(left: Uint8Array, k: number, width: number, height: number): boolean {
  const x = k % width;
  const y = Math.floor(k / width);
  return (
    (x > 0 && !left[k - 1]) ||
    (x + 1 < width && !left[k + 1]) ||
    (y > 0 && !left[k - width]) ||
    (y + 1 < height && !left[k + width])
  );
}

/** Known pixels weigh less the farther they are (equation 3's distance factor; documents have no level lines to follow). */
function average(
  page: Picture,
  paper: Paper,
  zone: Hole['zone'],
  blank: Uint8Array,
  k: number,
): [number, number, number] {
  const { width, height } = zone;
  const x = k % width;
  const y = Math.floor(k / width);
  const sum: [number, number, number] = [0, 0, 0];
  let total = 0;
  for (let v = Math.max(0, y - RADIUS); v <= Math.min(height - 1, y + RADIUS); v++) {
    for (let u = Math.max(0, x - RADIUS); u <= Math.min(width - 1, x + RADIUS); u++) {
      const n = v * width + u;
      const square = (u - x) ** 2 + (v - y) ** 2;
      if (!blank[n] || square === 0 || square > RADIUS * RADIUS) continue;
      const weight = 1 / square;
      const at = offset(page, zone, n);
      for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += page.rgb[at + c]! * weight;
      total += weight;
    }
  }
  if (total > 0) return [sum[0] / total, sum[1] / total, sum[2] / total];
  const plane = (c: number) => paper.at(zone.x + x, zone.y + y, c);
  return [plane(0), plane(1), plane(2)];
}
