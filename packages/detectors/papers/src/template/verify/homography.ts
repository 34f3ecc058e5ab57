// Fitting a plane's map to matched points: R. Hartley, A. Zisserman, "Multiple View Geometry" (2nd ed. 2004), §4.1, by weighted
// normal equations; a pull towards no perspective keeps few points from bending the page.

/** Row-major 3 × 3, last element 1, acting on (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export interface Match {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly weight: number;
}

export function mapX(h: Homography, x: number, y: number): number {
  return (h[0] * x + h[1] * y + h[2]) / (h[6] * x + h[7] * y + 1);
}

export function mapY(h: Homography, x: number, y: number): number {
  return (h[3] * x + h[4] * y + h[5]) / (h[6] * x + h[7] * y + 1);
}

/** How much longer lengths become about a point: the root of the determinant of the derivative. */
export function scaleAt(h: Homography, x: number, y: number): number {
  const w = h[6] * x + h[7] * y + 1;
  const [u, v] = [mapX(h, x, y), mapY(h, x, y)];
  const [a, b] = [h[0] - u * h[6], h[1] - u * h[7]];
  const [c, d] = [h[3] - v * h[6], h[4] - v * h[7]];
  return Math.sqrt(Math.abs(a * d - b * c)) / Math.abs(w);
}

/** The inverse, scaled so that its last element is 1; null where the map is flat. */
export function inverted([a, b, c, d, e, f, g, h]: Homography): Homography | null {
  const last = a * e - b * d;
  if (Math.abs(last) < 1e-9) return null;
  const entries = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ];
  return [...entries.map((entry) => entry / last), 1] as unknown as Homography;
}

/** The similarity that takes two points to two points. */
export function similarityThrough(p: Match, q: Match): Homography {
  const [dx, dy] = [q.ax - p.ax, q.ay - p.ay];
  const [ex, ey] = [q.bx - p.bx, q.by - p.by];
  const square = dx * dx + dy * dy || 1e-12;
  const cos = (dx * ex + dy * ey) / square;
  const sin = (dx * ey - dy * ex) / square;
  return [cos, -sin, p.bx - cos * p.ax + sin * p.ay, sin, cos, p.by - sin * p.ax - cos * p.ay, 0, 0, 1];
}

/** How strongly a fit is held to no perspective; the points' coordinates are within 0–1. */
const PULL = 0.004;

/** The least-squares map of weighted matches; null where they do not fix one. Without `perspective` it is affine. */
export function fitted(matches: readonly Match[], perspective: boolean): Homography | null {
  const size = perspective ? 8 : 6;
  const normal = new Float64Array(size * (size + 1));
  let total = 0;
  const row = new Float64Array(size + 1);
  const add = (weight: number) => {
    for (let i = 0; i < size; i++) {
      const scaled = weight * row[i]!;
      if (scaled === 0) continue;
      for (let j = i; j <= size; j++)
        normal[i * (size + 1) + j] = normal[i * (size + 1) + j]! + scaled * row[j]!;
    }
  };
  for (const { ax, ay, bx, by, weight } of matches) {
    total += weight;
    row.fill(0);
    row[0] = ax;
    row[1] = ay;
    row[2] = 1;
    if (perspective) {
      row[6] = -bx * ax;
      row[7] = -bx * ay;
    }
    row[size] = bx;
    add(weight);
    row.fill(0);
    row[3] = ax;
    row[4] = ay;
    row[5] = 1;
    if (perspective) {
      row[6] = -by * ax;
      row[7] = -by * ay;
    }
    row[size] = by;
    add(weight);
  }
  for (let i = 6; i < size; i++) normal[i * (size + 2)] = normal[i * (size + 2)]! + PULL * total;
  const solved = solve(normal, size);
  if (solved === null) return null;
  return [...solved.slice(0, 6), solved[6] ?? 0, solved[7] ?? 0, 1] as unknown as Homography;
}

/** Cholesky-free elimination of a symmetric system given by its upper half with the right side as last column. */
function solve(system: Float64Array, size: number): number[] | null {
  const width = size + 1;
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) system[i * width + j] = system[j * width + i]!;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i + 1; r < size; r++)
      if (Math.abs(system[r * width + i]!) > Math.abs(system[pivot * width + i]!)) pivot = r;
    if (Math.abs(system[pivot * width + i]!) < 1e-10) return null;
    if (pivot !== i)
      for (let c = i; c < width; c++) {
        const held = system[i * width + c]!;
        system[i * width + c] = system[pivot * width + c]!;
        system[pivot * width + c] = held;
      }
    for (let r = i + 1; r < size; r++) {
      const factor = system[r * width + i]! / system[i * width + i]!;
      if (factor === 0) continue;
      for (let c = i; c < width; c++)
        system[r * width + c] = system[r * width + c]! - factor * system[i * width + c]!;
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = system[i * width + size]!;
    for (let c = i + 1; c < size; c++) sum -= system[i * width + c]! * out[c]!;
    out[i] = sum / system[i * width + i]!;
  }
  return out;
}
