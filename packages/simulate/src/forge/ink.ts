import type { Bitmap, Box, Picture } from '../picture.ts';

/** 1 where there is ink, 0 on blank paper. */
export interface Ink extends Bitmap {
  /** Inked pixels in the box, in constant time. */
  sum(box: Box): number;
  /** Whether there is ink within `radius` pixels (square) of (x, y). */
  near(x: number, y: number, radius: number): boolean;
}

const WINDOW = 16;

/**
 * Ink by a local threshold on the green channel: 1 where a pixel is darker than its surroundings' mean (33 × 33) by a margin.
 * After D. Bradley and G. Roth, "Adaptive Thresholding Using the Integral Image" (2007).
 */
export function findInk(picture: Picture): Ink {
  const { width, height, rgb } = picture;
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = rgb[i * 3 + 1]!;
  const light = sumTable({ width, height, data: grey });
  const data = new Uint8Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - WINDOW);
    const bottom = Math.min(height, y + WINDOW + 1);
    const above = top * stride;
    const below = bottom * stride;
    for (let x = 0; x < width; x++) {
      const left = x < WINDOW ? 0 : x - WINDOW;
      const right = x + WINDOW + 1 > width ? width : x + WINDOW + 1;
      const total =
        light[below + right]! - light[above + right]! - light[below + left]! + light[above + left]!;
      const mean = total / ((bottom - top) * (right - left));
      if (grey[y * width + x]! < mean * 0.9 - 6) data[y * width + x] = 1;
    }
  }
  return asInk({ width, height, data });
}

function sumTable(bitmap: Bitmap): Uint32Array {
  const { width, height, data } = bitmap;
  const table = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1]! + row;
    }
  }
  return table;
}

/** A bitmap of ink with its summed-area table (F. Crow, 1984). */
export function asInk(bitmap: Bitmap): Ink {
  const { width, height } = bitmap;
  const table = sumTable(bitmap);
  const stride = width + 1;
  const count = (left: number, top: number, right: number, bottom: number) =>
    table[bottom * stride + right]! -
    table[top * stride + right]! -
    table[bottom * stride + left]! +
    table[top * stride + left]!;
  return {
    ...bitmap,
    sum: (box) => count(box.x, box.y, box.x + box.width, box.y + box.height),
    near: (x, y, radius) =>
      count(
        Math.max(0, x - radius),
        Math.max(0, y - radius),
        Math.min(width, x + radius + 1),
        Math.min(height, y + radius + 1),
      ) > 0,
  };
}

/** The smallest box around the ink within `box`, or null where there is none. */
export function tighten(ink: Ink, box: Box): Box | null {
  let { x, y } = box;
  let right = x + box.width;
  let bottom = y + box.height;
  const empty = (b: Box) => ink.sum(b) === 0;
  if (empty(box)) return null;
  while (empty({ x, y, width: right - x, height: 1 })) y++;
  while (empty({ x, y: bottom - 1, width: right - x, height: 1 })) bottom--;
  while (empty({ x, y, width: 1, height: bottom - y })) x++;
  while (empty({ x: right - 1, y, width: 1, height: bottom - y })) right--;
  return { x, y, width: right - x, height: bottom - y };
}

/** The box grown on every side by up to `margin` pixels, but by no more than one where another's ink comes near. */
export function roomAround(ink: Ink, box: Box, margin: number): Box {
  let { x, y } = box;
  let right = x + box.width;
  let bottom = y + box.height;
  for (let step = 0; step < margin; step++) {
    const free = (strip: Box) => step === 0 || ink.sum(strip) === 0;
    const [width, height] = [right - x, bottom - y];
    const west = x > 0 && free({ x: x - 1, y, width: 1, height });
    const east = right < ink.width && free({ x: right, y, width: 1, height });
    const north = y > 0 && free({ x, y: y - 1, width, height: 1 });
    const south = bottom < ink.height && free({ x, y: bottom, width, height: 1 });
    x -= west ? 1 : 0;
    right += east ? 1 : 0;
    y -= north ? 1 : 0;
    bottom += south ? 1 : 0;
  }
  return { x, y, width: right - x, height: bottom - y };
}
