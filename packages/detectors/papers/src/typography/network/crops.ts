import type { RgbImage } from '@jianzhen/raster';
import type { Glyph } from '../glyph.ts';
import { type Patch, patchOf } from '../patch.ts';

/** Samples across and down a crop. */
export const CROP = 32;
/** Samples that a number's digits are high in the crop at their own scale. */
const TALL = 18;
/** How ink is kept in a byte: paper, and how much more the page's usual ink is. */
export const NOTHING = 64;
export const FULL = 80;

/**
 * Two looks at a character, one after the other: its surroundings pixel by pixel as the page has them, and scaled so that its number's
 * digits are 18 samples high.
 *
 * @param size height of its number's digits, pixels @param contrast the page's usual one, grey levels @param angle of its line, radians
 * @returns 2 × 32 × 32 bytes: 64 for paper, 144 for the page's usual ink
 */
export function cropsOf(
  page: RgbImage,
  glyph: Glyph,
  size: number,
  contrast: number,
  angle: number,
): Uint8Array {
  const scale = Math.max(0.25, Math.min(6, size / TALL));
  const reach = Math.ceil((CROP / 2) * Math.max(1, scale)) + 1;
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
  const [left, top] = [Math.round(x) - reach, Math.round(y) - reach];
  const patch = patchOf(page, { left, right: left + 2 * reach, top, bottom: top + 2 * reach }, angle);
  const unit = (glyph.inverse ? -1 : 1) / contrast;
  const byte = (luma: number) => NOTHING + FULL * unit * (glyph.paper - luma);
  const crops = new Uint8ClampedArray(2 * CROP * CROP);
  for (let row = 0, at = 0; row < CROP; row++) {
    const from = (row + reach - CROP / 2) * patch.width + reach - CROP / 2;
    for (let column = 0; column < CROP; column++, at++) crops[at] = byte(patch.luma[from + column]!);
  }
  for (let row = 0, at = CROP * CROP; row < CROP; row++) {
    for (let column = 0; column < CROP; column++, at++) {
      const u = x - left + (column - CROP / 2) * scale;
      const v = y - top + (row - CROP / 2) * scale;
      crops[at] = byte(meanOver(patch, u, v, scale));
    }
  }
  return new Uint8Array(crops.buffer);
}

/** Mean luma of a square with its near corner at (x, y), of `side` pixels: of points between pixel centres, no further apart than a pixel. */
function meanOver(patch: Patch, x: number, y: number, side: number): number {
  const points = Math.ceil(side);
  const step = side / points;
  let sum = 0;
  for (let j = 0; j < points; j++) {
    for (let i = 0; i < points; i++) sum += between(patch, x + (i + 0.5) * step, y + (j + 0.5) * step);
  }
  return sum / (points * points);
}

function between({ width, height, luma }: Patch, x: number, y: number): number {
  const u = Math.max(0, Math.min(width - 1.001, x - 0.5));
  const v = Math.max(0, Math.min(height - 1.001, y - 0.5));
  const at = Math.floor(v) * width + Math.floor(u);
  const [fx, fy] = [u - Math.floor(u), v - Math.floor(v)];
  const above = luma[at]! + (luma[at + 1]! - luma[at]!) * fx;
  const below = luma[at + width]! + (luma[at + width + 1]! - luma[at + width]!) * fx;
  return above + (below - above) * fy;
}
