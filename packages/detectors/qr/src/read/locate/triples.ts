import { contains, distance, type Point, type Quad } from '../geometry.ts';
import type { Finder } from './finders.ts';

/** Three finder patterns that may be one symbol's. */
export interface Triple {
  /** Top left, top right, bottom left; rings begin at the symbol's own top left and go on to its top right. */
  readonly finders: readonly [Finder, Finder, Finder];
  /** Modules between the centres of finder patterns of one side, as sizes suggest. */
  readonly span: number;
  /** How far the three are from a perfect symbol; 0 is best. */
  readonly strain: number;
}

/** More finder patterns than that on one picture are texture; the cost grows by the cube. */
const MOST = 60;
/** Modules between centres: version 1 to 40. */
const SPANS = { least: 14, most: 170 } as const;

interface Side {
  readonly to: number;
  readonly span: number;
  readonly strain: number;
}

/** Triples by strain, best first. */
export function findTriples(finders: readonly Finder[]): Triple[] {
  const few = finders.slice(0, MOST);
  const out: Triple[] = [];
  for (const [i, corner] of few.entries()) {
    const sides = few.flatMap((other, to): Side[] => {
      const side = to === i ? null : sideBetween(corner, other);
      return side ? [{ to, ...side }] : [];
    });
    for (const [n, a] of sides.entries())
      for (const b of sides.slice(n + 1)) {
        const triple = tripleOf(corner, few[a.to]!, few[b.to]!, a, b);
        if (triple && !few.some((finder) => liesWithin(finder, triple))) out.push(triple);
      }
  }
  return out.sort((a, b) => a.strain - b.strain);
}

/** No symbol holds another finder pattern than its three; alignment patterns are smaller. */
function liesWithin({ centre, ring }: Finder, { finders }: Triple): boolean {
  const [corner, right, below] = finders;
  if (centre === corner.centre || centre === right.centre || centre === below.centre) return false;
  const far: Point = [
    right.centre[0] + below.centre[0] - corner.centre[0],
    right.centre[1] + below.centre[1] - corner.centre[1],
  ];
  const width = (quad: Quad) => distance(quad[0], quad[2]);
  return (
    contains([corner.centre, right.centre, far, below.centre], centre) &&
    width(ring) > 0.7 * Math.min(...finders.map((finder) => width(finder.ring)))
  );
}

/** Whether two finder patterns may lie on one side of a symbol: each on an axis of the other. */
function sideBetween(a: Finder, b: Finder): { span: number; strain: number } | null {
  const there = alongAxis(a, b.centre);
  const back = alongAxis(b, a.centre);
  if (!there || !back) return null;
  const ratio = there.modules / back.modules;
  if (ratio > 2.2 || ratio < 1 / 2.2) return null;
  const span = Math.sqrt(there.modules * back.modules);
  if (span < 0.75 * SPANS.least || span > 1.2 * SPANS.most) return null;
  return { span, strain: there.slant + back.slant + 0.5 * Math.abs(Math.log(ratio)) };
}

/** A point in modules along the nearer axis of a finder pattern, and how far it is off that axis. */
function alongAxis({ centre, ring }: Finder, point: Point): { modules: number; slant: number } | null {
  const [x, y] = inFrame(ring, [point[0] - centre[0], point[1] - centre[1]]);
  const [far, near] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
  const slant = near / far;
  return slant > 0.45 ? null : { modules: far, slant };
}

/** A vector of the picture in modules along both axes of a ring. */
function inFrame([a, b, c, d]: Quad, [x, y]: Point): Point {
  const ux = (b[0] - a[0] + c[0] - d[0]) / 10;
  const uy = (b[1] - a[1] + c[1] - d[1]) / 10;
  const vx = (d[0] - a[0] + c[0] - b[0]) / 10;
  const vy = (d[1] - a[1] + c[1] - b[1]) / 10;
  const det = ux * vy - uy * vx;
  return [(x * vy - y * vx) / det, (ux * y - uy * x) / det];
}

function tripleOf(corner: Finder, first: Finder, second: Finder, a: Side, b: Side): Triple | null {
  const ratio = Math.abs(Math.log(a.span / b.span));
  if (ratio > 0.5) return null;
  const [ax, ay] = inFrame(corner.ring, from(corner.centre, first.centre));
  const [bx, by] = inFrame(corner.ring, from(corner.centre, second.centre));
  const cosine = Math.abs(ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
  if (cosine > 0.55) return null;
  const turn = cross(from(corner.centre, first.centre), from(corner.centre, second.centre));
  const [right, below] = turn > 0 ? [first, second] : [second, first];
  const direction = from(corner.centre, right.centre);
  return {
    finders: [begun(corner, direction), begun(right, direction), begun(below, direction)],
    span: Math.sqrt(a.span * b.span),
    strain: a.strain + b.strain + ratio + cosine,
  };
}

const from = (a: Point, b: Point): Point => [b[0] - a[0], b[1] - a[1]];
const cross = ([ax, ay]: Point, [bx, by]: Point): number => ax * by - ay * bx;

/** The ring begun so that its first side points the given way. */
function begun({ centre, ring }: Finder, [dx, dy]: Point): Finder {
  const along = (i: number) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => ring[(i + k) % 4]!) as unknown as Quad;
    const [x, y] = [b[0] - a[0] + c[0] - d[0], b[1] - a[1] + c[1] - d[1]];
    return (x * dx + y * dy) / (Math.hypot(x, y) || 1);
  };
  const first = [0, 1, 2, 3].reduce((best, i) => (along(i) > along(best) ? i : best));
  return { centre, ring: [0, 1, 2, 3].map((k) => ring[(first + k) % 4]!) as unknown as Quad };
}

/** Pixels a module, roughly. */
export const moduleOf = ({ finders, span }: Triple): number =>
  (distance(finders[0].centre, finders[1].centre) + distance(finders[0].centre, finders[2].centre)) /
  (2 * span);
