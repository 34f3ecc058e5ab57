import type { Region } from '@jianzhen/evidence';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a stored page is turned for the reader. */
export interface View extends Size {
  /** SVG `matrix(a b c d e f)` from stored to shown pixels. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** Exif 2.32, table 6 (tag 274): orientation 1–8 of a stored page of `width` × `height`; anything else counts as 1. */
export function viewOf({ width, height }: Size, orientation: number): View {
  switch (orientation) {
    case 2:
      return { width, height, matrix: [-1, 0, 0, 1, width, 0] };
    case 3:
      return { width, height, matrix: [-1, 0, 0, -1, width, height] };
    case 4:
      return { width, height, matrix: [1, 0, 0, -1, 0, height] };
    case 5:
      return { width: height, height: width, matrix: [0, 1, 1, 0, 0, 0] };
    case 6:
      return { width: height, height: width, matrix: [0, 1, -1, 0, height, 0] };
    case 7:
      return { width: height, height: width, matrix: [0, -1, -1, 0, height, width] };
    case 8:
      return { width: height, height: width, matrix: [0, -1, 1, 0, 0, width] };
    default:
      return { width, height, matrix: [1, 0, 0, 1, 0, 0] };
  }
}

/** A region of the stored page in shown pixels. */
export function turnRegion(region: Region, { matrix: [a, b, c, d, e, f] }: View): Region {
  const x1 = a * region.x + c * region.y + e;
  const y1 = b * region.x + d * region.y + f;
  const x2 = a * (region.x + region.width) + c * (region.y + region.height) + e;
  const y2 = b * (region.x + region.width) + d * (region.y + region.height) + f;
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
