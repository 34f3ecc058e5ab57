import type { Ellipse } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { type InkBy, type InkedPage, inkProfile, risesAt, STEP, typicalInk } from './profiles.ts';

/** Lines across each side, along so much of it: corners are worn. */
const LINES = 40;
const ALONG = 0.9;
/** How far a side is looked for, in shares of half a side, and least, in pixels of the planes. */
const REACHES = [0.16, 0.08] as const;
const LEAST_REACH = 1.2;
/** Share of the lines that must cross a side's edge. */
const LEAST = 0.3;
/** Least share of a half side that two lines which tell its slope lie apart. */
const APART = 0.5;

/**
 * The rectangle, as the ellipse within, with its sides moved to where ink begins at the page's own resolution; a side of which too little is
 * there stays where it is. In page pixels.
 */
export function refineSquare(image: RgbImage, page: InkedPage, by: InkBy, ellipse: Ellipse): Ellipse {
  let current = ellipse;
  for (const share of REACHES) {
    const reach = Math.max(LEAST_REACH * page.factor, share * Math.max(current.rx, current.ry));
    current = refineOnce(image, page, by, current, reach);
  }
  return current;
}

function refineOnce(
  image: RgbImage,
  page: InkedPage,
  by: InkBy,
  { cx, cy, rx, ry, angle }: Ellipse,
  reach: number,
): Ellipse {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const sides = SIDES.map(([nu, nv]) =>
    Array.from({ length: LINES }, (_, k) => {
      const along = ALONG * (((k + 0.5) / LINES) * 2 - 1);
      const [u, v] = [nu ? nu * rx : along * rx, nv ? nv * ry : along * ry];
      const at = {
        x: cx + u * cos - v * sin,
        y: cy + u * sin + v * cos,
        ox: nu * cos - nv * sin,
        oy: nu * sin + nv * cos,
      };
      return { along: nu ? v : u, profile: inkProfile(image, page, by, at, reach) };
    }),
  );
  const typical = typicalInk(sides.flat().map(({ profile }) => profile));
  const fitted = sides.map((lines) => {
    const points = lines.flatMap(({ along, profile }) => {
      const at = risesAt(profile, typical);
      return at === null ? [] : [{ along, out: reach - at * STEP }];
    });
    if (points.length < LEAST * LINES) return { out: 0, slope: null };
    return { out: median(points.map(({ out }) => out)), slope: slopeOf(points, APART * Math.max(rx, ry)) };
  });
  const [right, lower, left, upper] = fitted.map(({ out }) => out) as [number, number, number, number];
  // A side's slope along its own direction, as a turn clockwise.
  const turns = fitted.flatMap(({ slope }, side) => (slope === null ? [] : [TURNS[side]! * slope]));
  const [u, v] = [(right - left) / 2, (lower - upper) / 2];
  return {
    cx: cx + u * cos - v * sin,
    cy: cy + u * sin + v * cos,
    rx: rx + (right + left) / 2,
    ry: ry + (lower + upper) / 2,
    angle: angle + (turns.length > 0 ? (Math.atan(median(turns)) * 180) / Math.PI : 0),
  };
}

/** Directions out of the sides right, lower, left, upper; and which way a side turns that leans outwards along it. */
const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const TURNS = [-1, 1, 1, -1] as const;

/** The middle slope of lines through pairs of points (P. K. Sen, 1968); null where none lie apart. */
function slopeOf(
  points: readonly { readonly along: number; readonly out: number }[],
  apart: number,
): number | null {
  const slopes: number[] = [];
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1))
      if (b.along - a.along >= apart) slopes.push((b.out - a.out) / (b.along - a.along));
  return slopes.length > 0 ? median(slopes) : null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
