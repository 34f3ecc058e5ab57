/** An 8-bit sRGB picture, interleaved, row-major, no alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** One byte a pixel, row-major. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** An axis-aligned rectangle in whole pixels; right and bottom edges are exclusive. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Colour = readonly [number, number, number];

export const area = (box: Box): number => box.width * box.height;

/** The box grown by `margin` on all sides, in whole pixels, clipped to the picture. */
export function grow(box: Box, margin: number, within: { width: number; height: number }): Box {
  const x = Math.max(0, Math.floor(box.x - margin));
  const y = Math.max(0, Math.floor(box.y - margin));
  const right = Math.min(within.width, Math.ceil(box.x + box.width + margin));
  const bottom = Math.min(within.height, Math.ceil(box.y + box.height + margin));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

export function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const bottom = Math.max(...boxes.map((b) => b.y + b.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export const copyOf = (picture: Picture): Picture => ({ ...picture, rgb: picture.rgb.slice() });

/** A rectangle cut out; the box must lie within the picture. */
export function cut(picture: Picture, box: Box): Picture {
  const rgb = new Uint8Array(area(box) * 3);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * picture.width + box.x) * 3;
    rgb.set(picture.rgb.subarray(from, from + box.width * 3), y * box.width * 3);
  }
  return { width: box.width, height: box.height, rgb };
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));
