import { type Bitmap, type Box, grow, type Picture } from '../picture.ts';

/** A change below this many grey levels in every channel is not seen, and no save keeps it. */
const LEAST_CHANGE = 3;
const CLOSE = 3;
export const MASK_MARGIN = 1;

/**
 * 255 where the edit changed pixels: the thresholded difference within the edited boxes, closed over 3 pixels (so that the inside of
 * a letter or of a noisy patch counts as a whole) and dilated by 1.
 */
export function alteredMask(before: Picture, after: Picture, regions: readonly Box[]): Bitmap {
  const { width, height } = before;
  const data = new Uint8Array(width * height);
  for (const region of regions) {
    const box = grow(region, CLOSE + MASK_MARGIN + 1, before);
    let part = new Uint8Array(box.width * box.height);
    for (let y = 0; y < box.height; y++) {
      for (let x = 0; x < box.width; x++) {
        const i = ((box.y + y) * width + box.x + x) * 3;
        for (let c = 0; c < 3; c++) {
          if (Math.abs(before.rgb[i + c]! - after.rgb[i + c]!) >= LEAST_CHANGE) part[y * box.width + x] = 1;
        }
      }
    }
    part = spread(part, box, CLOSE, 1);
    part = spread(part, box, CLOSE, 0);
    part = spread(part, box, MASK_MARGIN, 1);
    for (let y = 0; y < box.height; y++) {
      for (let x = 0; x < box.width; x++) {
        if (part[y * box.width + x]) data[(box.y + y) * width + box.x + x] = 255;
      }
    }
  }
  return { width, height, data };
}

/** Square dilation of `value` by `radius`; beyond the edge counts as the other value. */
function spread(part: Uint8Array, box: Box, radius: number, value: 0 | 1): Uint8Array<ArrayBuffer> {
  const pass = (from: Uint8Array, count: number, length: number, at: (line: number, i: number) => number) => {
    const out = new Uint8Array(from.length).fill(1 - value);
    for (let line = 0; line < count; line++) {
      let last = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < length; i++) {
        if (from[at(line, i)] === value) last = i;
        if (i - last <= radius) out[at(line, i)] = value;
      }
      last = Number.POSITIVE_INFINITY;
      for (let i = length - 1; i >= 0; i--) {
        if (from[at(line, i)] === value) last = i;
        if (last - i <= radius) out[at(line, i)] = value;
      }
    }
    return out;
  };
  const rows = pass(part, box.height, box.width, (y, x) => y * box.width + x);
  return pass(rows, box.width, box.height, (x, y) => y * box.width + x);
}

export function share(mask: Bitmap): number {
  let count = 0;
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i]) count++;
  return count / mask.data.length;
}
