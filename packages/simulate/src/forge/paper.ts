import { type Box, type Colour, grow, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { normalSource } from '../random.ts';
import type { Ink } from './ink.ts';

/** The blank paper about a box: a plane a channel, and its noise. */
export interface Paper {
  /** Expected value of channel `c` at page pixel (x, y). */
  at(x: number, y: number, c: number): number;
  /** Mean colour over the box. */
  readonly colour: Colour;
  /** Standard deviation of the paper's noise in grey levels. */
  readonly noise: number;
  /** 0–1: how far neighbouring pixels' noise is alike (JPEG and softness make it so). */
  readonly correlation: number;
}

/** Fits the paper by least squares over pixels that are not ink, nor next to it, within `margin` pixels about the box. */
export function paperAround(picture: Picture, ink: Ink, box: Box, margin = 8): Paper {
  const zone = grow(box, margin, picture);
  const blank: number[] = [];
  for (let y = zone.y; y < zone.y + zone.height; y++) {
    for (let x = zone.x; x < zone.x + zone.width; x++) {
      if (!ink.near(x, y, 1)) blank.push(y * picture.width + x);
    }
  }
  const cx = zone.x + zone.width / 2;
  const cy = zone.y + zone.height / 2;
  const planes = [0, 1, 2].map((c) => fitPlane(picture, blank, c, cx, cy));
  let squares = 0;
  let products = 0;
  for (const i of blank) {
    const x = i % picture.width;
    const y = (i - x) / picture.width;
    const [mean, dx, dy] = planes[1]!;
    const value = picture.rgb[i * 3 + 1]! - (mean + dx * (x - cx) + dy * (y - cy));
    const next =
      x + 1 < picture.width ? picture.rgb[i * 3 + 4]! - (mean + dx * (x + 1 - cx) + dy * (y - cy)) : 0;
    squares += Math.min(value * value, 400);
    products += Math.max(-400, Math.min(400, value * next));
  }
  const variance = squares / Math.max(1, blank.length);
  return {
    at: (x, y, c) => planes[c]![0] + planes[c]![1] * (x - cx) + planes[c]![2] * (y - cy),
    colour: [planes[0]![0], planes[1]![0], planes[2]![0]],
    noise: Math.sqrt(variance),
    correlation: squares > 0 ? Math.max(0, Math.min(0.9, products / squares)) : 0,
  };
}

function fitPlane(picture: Picture, at: readonly number[], c: number, cx: number, cy: number): Colour {
  if (at.length < 12) return [brightest(picture, at, c), 0, 0];
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let vx = 0;
  let vy = 0;
  for (const i of at) {
    const px = i % picture.width;
    const x = px - cx;
    const y = (i - px) / picture.width - cy;
    const value = picture.rgb[i * 3 + c]!;
    sum += value;
    sumX += x;
    sumY += y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    vx += value * x;
    vy += value * y;
  }
  const n = at.length;
  const mean = sum / n;
  const mx = sumX / n;
  const my = sumY / n;
  const a = xx / n - mx * mx;
  const b = xy / n - mx * my;
  const d = yy / n - my * my;
  const p = vx / n - mean * mx;
  const q = vy / n - mean * my;
  const determinant = a * d - b * b;
  if (determinant < 1e-3 * (a * d + 1e-9)) return [mean, 0, 0];
  const dx = (p * d - q * b) / determinant;
  const dy = (q * a - p * b) / determinant;
  return [mean - dx * mx - dy * my, dx, dy];
}

const brightest = (picture: Picture, at: readonly number[], c: number): number =>
  at.length === 0 ? 245 : Math.max(...at.map((i) => picture.rgb[i * 3 + c]!));

/** Paper's noise made anew, as alike between neighbours as the paper's own (a separable first-order process); one value a pixel. */
export function paperNoise(
  paper: Paper,
  size: { width: number; height: number },
  random: Random,
): Float32Array {
  const { width, height } = size;
  const normal = normalSource(random);
  const out = new Float32Array(width * height);
  const keep = paper.correlation;
  const edge = Math.sqrt(1 - keep * keep) * paper.noise;
  const fresh = (1 - keep * keep) * paper.noise;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x === 0 && y === 0) out[i] = normal() * paper.noise;
      else if (y === 0) out[i] = out[i - 1]! * keep + normal() * edge;
      else if (x === 0) out[i] = out[i - width]! * keep + normal() * edge;
      else out[i] = keep * (out[i - 1]! + out[i - width]! - keep * out[i - width - 1]!) + normal() * fresh;
    }
  }
  return out;
}

/** Mean colour of the darkest fifth of the ink within the box; null where there is no ink. */
export function inkColour(picture: Picture, ink: Ink, box: Box): Colour | null {
  const found: [number, number][] = [];
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const i = y * picture.width + x;
      if (ink.data[i])
        found.push([picture.rgb[i * 3]! + picture.rgb[i * 3 + 1]! + picture.rgb[i * 3 + 2]!, i]);
    }
  }
  if (found.length === 0) return null;
  found.sort((a, b) => a[0] - b[0]);
  const dark = found.slice(0, Math.max(1, Math.floor(found.length / 5)));
  const mean = (c: number) => dark.reduce((sum, [, i]) => sum + picture.rgb[i * 3 + c]!, 0) / dark.length;
  return [mean(0), mean(1), mean(2)];
}
