/** A face made of shaded ellipses: no person's, yet enough of one for the finder. */
import type { RgbImage } from '@jianzhen/raster';

export interface FaceTraits {
  readonly skin: readonly [number, number, number];
  readonly hair: readonly [number, number, number];
  /** Width by height of the head; distance of the eyes, width of the mouth and length of the nose in head widths. */
  readonly shape: number;
  readonly eyes: number;
  readonly mouth: number;
  readonly nose: number;
}

export const ONE: FaceTraits = {
  ...{ skin: [224, 182, 150], hair: [40, 30, 26], shape: 0.74, eyes: 0.44, mouth: 0.36, nose: 0.24 },
};
export const OTHER: FaceTraits = {
  ...{ skin: [186, 138, 104], hair: [86, 62, 40], shape: 0.86, eyes: 0.36, mouth: 0.5, nose: 0.32 },
};

/** 0 outside an ellipse, 1 inside, soft over `edge` (in radii). */
function inside(x: number, y: number, cx: number, cy: number, rx: number, ry: number, edge = 0.08): number {
  const [dx, dy] = [(x - cx) / rx, (y - cy) / ry];
  const square = dx * dx + dy * dy;
  if (square >= (1 + edge) ** 2) return 0;
  const r = Math.sqrt(square);
  return Math.min(1, Math.max(0, (1 + edge - r) / (2 * edge)));
}

/**
 * A head on a plain background, lit from the upper left.
 *
 * @param size width of the picture; the head takes `share` of it, its middle at (x, y) in shares
 */
export function drawnFace(
  { skin, hair, shape, eyes, mouth, nose }: FaceTraits,
  {
    width = 240,
    height = 300,
    share = 0.5,
    x: atX = 0.5,
    y: atY = 0.5,
    background = [205, 215, 228] as readonly number[],
  } = {},
): RgbImage {
  const rgb = new Uint8Array(width * height * 3);
  const rx = (width * share) / 2;
  for (let py = 0; py < height; py++)
    for (let px = 0; px < width; px++) {
      // Head widths, from the middle of the face.
      const [x, y] = [(px - atX * width) / (2 * rx), (py - atY * height) / (2 * rx)];
      const tall = 0.5 / shape;
      const colour = [...background];
      const lay = (over: readonly number[], by: number) => {
        if (by > 0) for (let c = 0; c < 3; c++) colour[c]! += (over[c]! - colour[c]!) * by;
      };
      const shade = 1 - 0.28 * Math.max(0, x + 0.2) - 0.16 * Math.abs(x) - 0.12 * Math.max(0, y);
      const tone = (by: number) => skin.map((value) => value * shade * by);
      lay([60, 70, 96], inside(x, y, 0, tall + 0.75, 0.95, 0.55));
      lay(hair, inside(x, y, 0, -0.14, 0.57, tall + 0.06));
      lay(tone(0.86), inside(x, y, 0, tall * 0.95, 0.2, 0.34));
      lay(tone(1), inside(x, y, 0, 0.04, 0.49, tall * 0.97));
      lay(hair, inside(x, y, 0, -tall * 0.98, 0.44, tall * 0.42) * 0.95);
      for (const side of [-1, 1]) {
        const ex = (side * eyes) / 2;
        lay(tone(0.8), inside(x, y, ex, -0.07, 0.14, 0.09, 0.5));
        lay(hair, inside(x, y, ex, -0.19, 0.13, 0.026, 0.3));
        lay([236, 234, 230], inside(x, y, ex, -0.07, 0.095, 0.042));
        lay([52, 36, 28], inside(x, y, ex, -0.07, 0.042, 0.042));
        lay([12, 10, 10], inside(x, y, ex, -0.07, 0.02, 0.02));
        lay([250, 250, 250], inside(x, y, ex - 0.015, -0.085, 0.009, 0.009));
        lay(tone(0.62), inside(x, y, ex, -0.112, 0.1, 0.014, 0.3));
        lay(tone(0.6), inside(x, y, side * 0.045, nose * 0.62, 0.022, 0.014, 0.3));
      }
      lay(tone(0.84), inside(x, y, 0.05, nose * 0.3, 0.035, nose * 0.55, 0.6));
      lay(tone(1.1), inside(x, y, -0.01, nose * 0.3, 0.02, nose * 0.5, 0.6));
      lay([176, 92, 86], inside(x, y, 0, nose + 0.16, mouth / 2, 0.045, 0.15));
      lay([110, 48, 46], inside(x, y, 0, nose + 0.155, mouth / 2, 0.009, 0.3));
      lay(tone(0.86), inside(x, y, 0, nose + 0.235, mouth / 3, 0.02, 0.5));
      const at = (py * width + px) * 3;
      for (let c = 0; c < 3; c++) rgb[at + c] = Math.max(0, Math.min(255, Math.round(colour[c]!)));
    }
  return { width, height, rgb };
}
