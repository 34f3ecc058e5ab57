import { DARK, type Layout, LIGHT } from '../symbol/layout.ts';
import { boxMean, type Canvas, MARGIN, SCALE } from './canvas.ts';

/**
 * A sheet that is not flat: displacements, in canvas pixels, of `points` × `points` places spread evenly over the symbol,
 * linear in between.
 */
export interface Mesh {
  readonly points: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** How a mesh is fitted. */
export interface Fit {
  /** Half of the square, in canvas pixels, over which a module is felt. */
  readonly felt: number;
  /** Loss for each pixel squared by which a point leaves the mean of its neighbours, a module that hangs on it. */
  readonly stiffness: number;
}

/** What a module that the version lays down counts, where one that may be either counts 1. */
const KNOWN = 2;

/** Fits a mesh so that every module is of one colour, and the known ones of theirs. */
export function createFitter(layout: Layout, canvas: Canvas, { felt: half, stiffness }: Fit) {
  const { size, kinds } = layout;
  const { side } = canvas;
  const felt = boxMean(canvas.darkness, side, half);
  const score = (module: number, x: number, y: number): number => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    if (ix < 0 || iy < 0 || ix >= side - 1 || iy >= side - 1) return -1;
    const [fx, fy] = [x - ix, y - iy];
    const i = iy * side + ix;
    const value =
      (felt[i]! * (1 - fx) + felt[i + 1]! * fx) * (1 - fy) +
      (felt[i + side]! * (1 - fx) + felt[i + side + 1]! * fx) * fy;
    const kind = kinds[module]!;
    return kind === DARK ? KNOWN * value : kind === LIGHT ? -KNOWN * value : Math.abs(value);
  };

  const flat = (points: number): Mesh => ({
    points,
    dx: new Float32Array(points * points),
    dy: new Float32Array(points * points),
  });

  /** Sum over the modules around a point of the mesh, or over all. */
  const around = (mesh: Mesh, px: number, py: number): number => {
    const cell = size / (mesh.points - 1);
    const low = (p: number) => Math.max(0, Math.ceil((p - 1) * cell - 0.5));
    const high = (p: number) => Math.min(size - 1, Math.floor((p + 1) * cell - 0.5));
    let sum = 0;
    for (let y = low(py); y <= high(py); y++)
      for (let x = low(px); x <= high(px); x++) {
        const [cx, cy] = placeOf(mesh, size, x, y);
        sum += score(y * size + x, cx, cy);
      }
    return sum - stiffness * cell * cell * bending(mesh, px, py);
  };

  /** Moves a point to the best of the places `reach` steps around. */
  const move = (mesh: Mesh, px: number, py: number, step: number, reach: number): boolean => {
    const i = py * mesh.points + px;
    const [x0, y0] = [mesh.dx[i]!, mesh.dy[i]!];
    let best = around(mesh, px, py);
    let at = [x0, y0] as const;
    for (let b = -reach; b <= reach; b++)
      for (let a = -reach; a <= reach; a++) {
        if (a === 0 && b === 0) continue;
        mesh.dx[i] = x0 + a * step;
        mesh.dy[i] = y0 + b * step;
        const value = around(mesh, px, py);
        if (value <= best + 1e-6) continue;
        best = value;
        at = [mesh.dx[i]!, mesh.dy[i]!];
      }
    [mesh.dx[i], mesh.dy[i]] = at;
    return at[0] !== x0 || at[1] !== y0;
  };

  /** Moves every point until none gains, by smaller and smaller steps. */
  const settle = (mesh: Mesh, steps: readonly number[]): void => {
    for (const step of steps)
      for (let round = 0; round < 4; round++) {
        let moved = false;
        for (let p = 0; p < mesh.points ** 2; p++)
          if (move(mesh, p % mesh.points, Math.floor(p / mesh.points), step, 1)) moved = true;
        if (!moved) break;
      }
  };

  return { flat, move, settle, refine };
}

/** Canvas position of the middle of a module. */
export function placeOf({ points, dx, dy }: Mesh, size: number, x: number, y: number): [number, number] {
  const u = ((x + 0.5) * (points - 1)) / size;
  const v = ((y + 0.5) * (points - 1)) / size;
  const i = Math.min(points - 2, Math.floor(u));
  const j = Math.min(points - 2, Math.floor(v));
  const [fu, fv] = [u - i, v - j];
  const k = j * points + i;
  const mix = (d: Float32Array) =>
    (d[k]! * (1 - fu) + d[k + 1]! * fu) * (1 - fv) + (d[k + points]! * (1 - fu) + d[k + points + 1]! * fu) * fv;
  return [
    (MARGIN + x + 0.5) * SCALE - 0.5 + mix(dx),
    (MARGIN + y + 0.5) * SCALE - 0.5 + mix(dy),
  ];
}

/** Squared distance of a point's displacement from the mean of its neighbours', each axis where it has both. */
function bending({ points, dx, dy }: Mesh, px: number, py: number): number {
  const i = py * points + px;
  const along = (d: Float32Array, step: number) => (d[i]! - (d[i - step]! + d[i + step]!) / 2) ** 2;
  let sum = 0;
  if (px > 0 && px < points - 1) sum += along(dx, 1) + along(dy, 1);
  if (py > 0 && py < points - 1) sum += along(dx, points) + along(dy, points);
  return sum;
}

/** The same sheet with more points. */
function refine({ points, dx, dy }: Mesh, more: number): Mesh {
  const pick = (d: Float32Array) =>
    Float32Array.from({ length: more * more }, (_, k) => {
      const u = ((k % more) * (points - 1)) / (more - 1);
      const v = (Math.floor(k / more) * (points - 1)) / (more - 1);
      const i = Math.min(points - 2, Math.floor(u));
      const j = Math.min(points - 2, Math.floor(v));
      const n = j * points + i;
      const [fu, fv] = [u - i, v - j];
      return (
        (d[n]! * (1 - fu) + d[n + 1]! * fu) * (1 - fv) +
        (d[n + points]! * (1 - fu) + d[n + points + 1]! * fu) * fv
      );
    });
  return { points: more, dx: pick(dx), dy: pick(dy) };
}
