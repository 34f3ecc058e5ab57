import type { Region } from '../schemas/index.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A stored page turned upright: its size then, and the CSS and SVG `matrix(a, b, c, d, e, f)` that turns it. */
export interface Turn extends Size {
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** Exif 2.32, table 6 (tag 274): orientation 1–8 of a stored page; anything else counts as 1. */
export function turnOf({ width: w, height: h }: Size, orientation: number): Turn {
  const matrices: Readonly<Record<number, Turn['matrix']>> = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  };
  const matrix = matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
  return matrix[0] === 0 ? { width: h, height: w, matrix } : { width: w, height: h, matrix };
}

/** A region of the stored page on the upright one. */
export function turnRegion({ x, y, width, height }: Region, { matrix: [a, b, c, d, e, f] }: Turn): Region {
  const corner = { x: a * x + c * y + e, y: b * x + d * y + f };
  const across = { x: a * width + c * height, y: b * width + d * height };
  return {
    x: Math.min(corner.x, corner.x + across.x),
    y: Math.min(corner.y, corner.y + across.y),
    width: Math.abs(across.x),
    height: Math.abs(across.y),
  };
}
