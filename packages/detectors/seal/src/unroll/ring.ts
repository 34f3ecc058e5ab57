import { lengthOf } from '../length.ts';
import { type Affine, moved } from '../rectify/affine.ts';
import type { SealCut } from '../rectify/cut.ts';
import type { LocatedSeal } from '../types.ts';

/**
 * A round seal's own plane: its outer edge is an ellipse with half axes a and b about the origin, the shorter 1; y runs down. Lengths
 * below are in this unit.
 */
export interface SealPlane {
  readonly a: number;
  readonly b: number;
  /** To pixels of the cut. */
  readonly toPicture: Affine;
  /** Length of the outer edge. */
  readonly length: number;
  /** Parameter t of the edge's point (a sin t, −b cos t) at equal arc lengths, `STEPS` + 1 of them. */
  readonly parameters: Float64Array;
}

const STEPS = 720;

/** A circle seen at an angle is an ellipse, and its text is set on circles; an elliptical seal's text keeps the same distance from its rim. */
export function sealPlane(seal: Pick<LocatedSeal, 'ellipse' | 'shape'>, cut: SealCut): SealPlane {
  const { cx, cy, rx, ry, angle } = seal.ellipse;
  if (seal.shape !== 'ellipse') return planeOf(1, 1, cut.frame);
  const unit = Math.min(rx, ry);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const toPage = { xx: unit * cos, xy: -unit * sin, x0: cx, yx: unit * sin, yy: unit * cos, y0: cy };
  return planeOf(rx / unit, ry / unit, moved(toPage, cut.left, cut.top, cut.scale));
}

function planeOf(a: number, b: number, toPicture: Affine): SealPlane {
  const lengths = new Float64Array(4 * STEPS + 1);
  for (let i = 1; i < lengths.length; i++) {
    const t = ((i - 0.5) / (lengths.length - 1)) * 2 * Math.PI;
    lengths[i] = lengths[i - 1] + lengthOf(a * Math.cos(t), b * Math.sin(t));
  }
  const total = lengths[lengths.length - 1];
  const parameters = new Float64Array(STEPS + 1);
  for (let i = 0, k = 0; i <= STEPS; i++) {
    const wanted = (i / STEPS) * total;
    while (k < lengths.length - 2 && lengths[k + 1] < wanted) k++;
    const part = (wanted - lengths[k]) / (lengths[k + 1] - lengths[k]);
    parameters[i] = ((k + part) / (lengths.length - 1)) * 2 * Math.PI;
  }
  // The sum of midpoints, scaled from parameter steps to lengths.
  return { a, b, toPicture, length: (total * 2 * Math.PI) / (lengths.length - 1), parameters };
}

/** The point at a share of the outer edge's length (0 at the top, clockwise, any number of turns) and a depth within it. */
export function ringPoint(
  { a, b, parameters }: SealPlane,
  turn: number,
  depth: number,
): readonly [number, number] {
  const at = (turn - Math.floor(turn)) * STEPS;
  const k = Math.min(STEPS - 1, Math.floor(at));
  const t = parameters[k] + (at - k) * (parameters[k + 1] - parameters[k]);
  const [sin, cos] = [Math.sin(t), Math.cos(t)];
  const norm = lengthOf(b * sin, a * cos);
  return [sin * (a - (depth * b) / norm), -cos * (b - (depth * a) / norm)];
}

/** The parameter of a point, in [0, 2π). */
function parameterAt({ a, b }: SealPlane, x: number, y: number): number {
  const angle = Math.atan2(x / a, -y / b);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** The depth of a point, exact on circles; on ellipses near enough to tell what lies where. */
export function ringDepth(plane: SealPlane, x: number, y: number): number {
  const { a, b } = plane;
  if (a === b) return a - lengthOf(x, y);
  const t = parameterAt(plane, x, y);
  const sin = Math.sin(t);
  const cos = Math.cos(t);
  return ((a * sin - x) * b * sin + (b * cos + y) * a * cos) / lengthOf(b * sin, a * cos);
}

/** The turn of a point, in [0, 1); as exact as its depth. */
export function ringTurn(plane: SealPlane, x: number, y: number): number {
  const { a, b, parameters } = plane;
  const t = parameterAt(plane, x, y);
  if (a === b) return t / (2 * Math.PI);
  // The first guess is a few steps off.
  let k = Math.min(STEPS - 1, Math.floor((t / (2 * Math.PI)) * STEPS));
  while (k > 0 && parameters[k] > t) k--;
  while (k < STEPS - 1 && parameters[k + 1] <= t) k++;
  return (k + (t - parameters[k]) / (parameters[k + 1] - parameters[k])) / STEPS;
}
