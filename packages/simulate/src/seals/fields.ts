import { normalSource, type Random } from '../random.ts';

/** A field of values over a picture, row-major. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Random values every `cell` pixels, bilinear between them; uniform in [0, 1) at the knots. */
export function knotNoise(width: number, height: number, cell: number, random: Random): Float32Array {
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const knots = Float32Array.from({ length: columns * rows }, () => random.next());
  const out = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const v = y / cell;
    const row = Math.floor(v);
    const fv = v - row;
    for (let x = 0; x < width; x++, i++) {
      const u = x / cell;
      const column = Math.floor(u);
      const fu = u - column;
      const k = row * columns + column;
      const top = knots[k]! * (1 - fu) + knots[k + 1]! * fu;
      const bottom = knots[k + columns]! * (1 - fu) + knots[k + columns + 1]! * fu;
      out[i] = top * (1 - fv) + bottom * fv;
    }
  }
  return out;
}

/** Mean over `radius` pixels to both sides along one axis; beyond the edge lies nothing. */
function boxPass({ width, height, values }: Field, radius: number, down: boolean): Float32Array {
  const out = new Float32Array(values.length);
  const [lines, length, line, step] = down ? [width, height, 1, width] : [height, width, width, 1];
  const share = 1 / (2 * radius + 1);
  for (let l = 0; l < lines; l++) {
    const start = l * line;
    let sum = 0;
    for (let k = 0; k < Math.min(radius, length); k++) sum += values[start + k * step]!;
    for (let k = 0; k < length; k++) {
      if (k + radius < length) sum += values[start + (k + radius) * step]!;
      if (k - radius - 1 >= 0) sum -= values[start + (k - radius - 1) * step]!;
      out[start + k * step] = sum * share;
    }
  }
  return out;
}

/** Gaussian of deviation `sigma` by three means (Wells 1986); below 0.4 nothing happens. */
export function smooth(field: Field, sigma: number): Float32Array {
  const radius = Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
  let { values } = field;
  if (sigma < 0.4) return values;
  if (radius === 0) return soften(field, Math.min(0.25, sigma * sigma * 0.5));
  for (let pass = 0; pass < 3; pass++)
    for (const down of [false, true]) values = boxPass({ ...field, values }, radius, down);
  return values;
}

/** [k, 1 − 2k, k] along both axes. */
function soften({ width, height, values }: Field, k: number): Float32Array {
  let out = values;
  for (const step of [1, width]) {
    const from = out;
    out = from.map((value, i) => (1 - 2 * k) * value + k * ((from[i - step] ?? 0) + (from[i + step] ?? 0)));
  }
  return out.length === width * height ? out : values;
}

/** Paper's fibres: white noise smeared along a few directions; mean 0, deviation 1. `length` in pixels. */
export function fibres(width: number, height: number, length: number, random: Random): Float32Array {
  const normal = normalSource(random);
  const out = new Float32Array(width * height);
  const reach = Math.max(1, Math.round(length / 2));
  const stride = width + 2 * reach;
  const white = new Float32Array(stride * (height + 2 * reach));
  for (let n = 0; n < 3; n++) {
    for (let i = 0; i < white.length; i++) white[i] = normal();
    const angle = random.between(0, Math.PI);
    for (let along = -reach; along <= reach; along++) {
      const down = reach + Math.round(Math.sin(angle) * along);
      const right = reach + Math.round(Math.cos(angle) * along);
      for (let y = 0, i = 0; y < height; y++) {
        const from = (y + down) * stride + right;
        for (let x = 0; x < width; x++, i++) out[i]! += white[from + x]!;
      }
    }
  }
  // Three sums of as many independent deviates each.
  const deviation = Math.sqrt(3 * (2 * reach + 1));
  return out.map((value) => value / deviation);
}
