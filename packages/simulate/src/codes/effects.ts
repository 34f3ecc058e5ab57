import type { Picture } from '../picture.ts';
import { normalSource, type Random } from '../random.ts';
import type { Point } from '../vouchers/homography.ts';

/** Light that falls on a point, 1 as it is; above what is seen burns out. */
export type Light = (x: number, y: number) => number;

/** A lamp's reflection about a point: the middle is burnt out. `size` in pixels. */
export function glare([cx, cy]: Point, size: number, random: Random): Light {
  const [x0, y0] = [cx + size * random.between(-0.3, 0.3), cy + size * random.between(-0.3, 0.3)];
  const spread = size * random.between(0.12, 0.22);
  const strength = random.between(1.5, 4);
  return (x, y) => 1 + strength * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * spread * spread));
}

/** The shadow of an edge across a point. */
export function shadow([cx, cy]: Point, size: number, random: Random): Light {
  const angle = random.between(0, 2 * Math.PI);
  const depth = random.between(0.25, 0.5);
  const soft = size * random.between(0.01, 0.1);
  const offset = size * random.between(-0.25, 0.25);
  return (x, y) => {
    const along = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle) - offset;
    return depth + (1 - depth) / (1 + Math.exp(-along / soft));
  };
}

/** Pen strokes, scratches and stains over the sheet, painted in place. `module` in pixels. */
export function scratch(
  { width, height, rgb }: Picture,
  [cx, cy]: Point,
  size: number,
  module: number,
  random: Random,
) {
  const strokes = Array.from({ length: random.integer(2, 4) }, () => ({
    from: [cx + size * random.between(-0.5, 0.5), cy + size * random.between(-0.5, 0.5)] as const,
    angle: random.between(0, Math.PI),
    length: size * random.between(0.2, 0.6),
    half: module * random.between(0.25, 0.7),
    grey: random.chance(0.5) ? 240 : 30,
  }));
  for (const { from, angle, length, half, grey } of strokes) {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    for (let t = 0; t <= length; t += 0.5)
      for (let b = -half; b <= half; b += 0.5) {
        const x = Math.round(from[0] + t * dx - b * dy);
        const y = Math.round(from[1] + t * dy + b * dx);
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        rgb.fill(grey, (y * width + x) * 3, (y * width + x) * 3 + 3);
      }
  }
}

/** Lights the picture and adds the sensor's noise, in place. */
export function expose({ width, height, rgb }: Picture, light: Light, noise: number, random: Random): void {
  const normal = normalSource(random);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const factor = light(x, y);
      for (let c = 0; c < 3; c++, i++) {
        rgb[i] = Math.max(0, Math.min(255, Math.round(rgb[i]! * factor + noise * normal())));
      }
    }
}
