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
  /** Begins from the flat sheet, not from where its far corner seems to be. */
  readonly afresh: boolean;
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
    const fx = x - ix;
    const fy = y - iy;
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
    const { points, dx, dy } = mesh;
    const axis = axisOf(points, size);
    let sum = 0;
    for (let y = low(py); y <= high(py); y++) {
      const fy = axis.shares[y]!;
      for (let x = low(px); x <= high(px); x++) {
        const k = axis.cells[y]! * points + axis.cells[x]!;
        const fx = axis.shares[x]!;
        sum += score(
          y * size + x,
          axis.middles[x]! + mixed(dx, k, points, fx, fy),
          axis.middles[y]! + mixed(dy, k, points, fx, fy),
        );
      }
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

/** Canvas position of the middle of a module; of fractions of modules, too, and outside of the symbol. */
export function placeOf({ points, dx, dy }: Mesh, size: number, x: number, y: number): [number, number] {
  const [i, fx] = cellAt(points, size, x);
  const [j, fy] = cellAt(points, size, y);
  const k = j * points + i;
  return [middleOf(x) + mixed(dx, k, points, fx, fy), middleOf(y) + mixed(dy, k, points, fx, fy)];
}

const middleOf = (module: number): number => (MARGIN + module + 0.5) * SCALE - 0.5;

function cellAt(points: number, size: number, module: number): [cell: number, share: number] {
  const place = ((module + 0.5) * (points - 1)) / size;
  const cell = Math.max(0, Math.min(points - 2, Math.floor(place)));
  return [cell, place - cell];
}

const mixed = (d: Float32Array, k: number, points: number, fx: number, fy: number): number =>
  (d[k]! * (1 - fx) + d[k + 1]! * fx) * (1 - fy) + (d[k + points]! * (1 - fx) + d[k + points + 1]! * fx) * fy;

/** For each module of an axis its middle, the cell of the mesh that it lies in, and its place within. */
interface Axis {
  readonly middles: Float32Array;
  readonly cells: Int32Array;
  readonly shares: Float32Array;
}

const axes = new Map<number, Axis>();

function axisOf(points: number, size: number): Axis {
  const key = points * 1000 + size;
  let axis = axes.get(key);
  if (!axis) {
    const places = Array.from({ length: size }, (_, module) => cellAt(points, size, module));
    axis = {
      middles: Float32Array.from({ length: size }, (_, module) => middleOf(module)),
      cells: Int32Array.from(places, ([cell]) => cell),
      shares: Float32Array.from(places, ([, share]) => share),
    };
    axes.set(key, axis);
  }
  return axis;
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
    Float32Array.from({ length: more * more }, (_, n) => {
      // Points of the finer mesh lie between those of the coarser one as modules do between points.
      const [i, fx] = cellAt(points, more - 1, (n % more) - 0.5);
      const [j, fy] = cellAt(points, more - 1, Math.floor(n / more) - 0.5);
      return mixed(d, j * points + i, points, fx, fy);
    });
  return { points: more, dx: pick(dx), dy: pick(dy) };
}
