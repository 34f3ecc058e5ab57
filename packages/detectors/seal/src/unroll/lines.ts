import { lengthOf } from '../length.ts';
import type { InkMap } from '../rectify/ink.ts';
import type { SealPlane } from './ring.ts';
import type { Band } from './signs.ts';
import { drawLine } from './strips.ts';

/** A straight line of text in the upright plane of a seal: its box about the seal's centre, y down. */
export interface TextLine {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels of the upright raster for the plane's unit. */
const SCALE = 90;
/** Columns about the middle in which every line has ink, as a share of the half width. */
const MIDDLE = 0.32;
/** Heights of lines in the plane's unit. */
const HEIGHT = { least: 0.07, most: 0.42 } as const;
/** A row has ink from this mean coverage on. */
const INKED = 0.045;
/** Widest gap within a line, in heights of the line: between characters inside the ring's text, beside it, and below its ends. */
const GAP = { inside: 1.1, beside: 0.22, low: 0.6 } as const;
/** Rows above a line that are looked at, in heights of it: where it stands there is paper. */
const OUTSIDE = { from: 0.12, to: 0.36 } as const;
/**
 * Shares of the room within the ring's text from which its characters may intrude, and surely do; the share of a column's ink that they
 * have above the line; and the heights before that within which the gap to them lies.
 */
const RING = { from: 0.8, surely: 0.94, above: 0.45, back: 0.4 } as const;
/** A line is low, below most titles' ends, where the ring's text would leave it less than this share of its room. */
const LOW = 0.35;
/** Above this share of the half height, a title stands on both sides of a line. */
const TITLE_ENDS = 0.3;

/** Lines across a seal from top to bottom; `hidden` is the radius of a star or an emblem about the centre. */
export function textLines(
  map: InkMap,
  plane: SealPlane,
  up: number,
  rim: number,
  band: Band,
  hidden: number,
): TextLine[] {
  const upright = drawUpright(map, plane, up, rim, hidden);
  const { height } = upright;
  const profile = Float32Array.from({ length: height }, (_, y) => {
    // Above, a ring's characters fill the middle; below, the code does.
    const depth = y < height / 2 ? band.bottom : rim + 0.17;
    return middleInk(upright, y, Math.min(MIDDLE * plane.a * SCALE, reach(plane, y, height, depth)));
  });
  return runs(profile).flatMap(([from, to]) => {
    const tall = (to - from) / SCALE;
    if (tall < HEIGHT.least || tall > HEIGHT.most) return [];
    const middle = (from + to) / 2;
    const inside = reach(plane, middle, height, band.bottom);
    const isUpper = middle < height * (0.5 + TITLE_ENDS / 2);
    const outside = reach(plane, middle, height, isUpper ? (band.top + band.bottom) / 2 : rim + 0.02);
    const [left, right] = ends(upright, from, to, inside, outside);
    if (right - left < 0.6 * tall) return [];
    return [{ left, right, top: (from - height / 2) / SCALE, bottom: (to - height / 2) / SCALE }];
  });
}

/** A seal's ink drawn upright, without its rim and the picture about its centre. */
interface UprightInk {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

function drawUpright(map: InkMap, plane: SealPlane, up: number, rim: number, hidden: number): UprightInk {
  const { a, b } = plane;
  const [width, height] = [Math.round(2 * a * SCALE), Math.round(2 * b * SCALE)];
  const source = { width: map.width, height: map.height, data: map.ink, channels: 1 } as const;
  const part = { x: 0, y: 0, halfWidth: a, halfHeight: b, angle: up * 2 * Math.PI };
  const ink = drawLine(source, plane.toPicture, part, width, height);
  for (let y = 0, at = 0; y < height; y++) {
    const edge = reach(plane, y, height, rim + 0.02);
    for (let x = 0; x < width; x++, at++) {
      const dx = x + 0.5 - width / 2;
      const dy = y + 0.5 - height / 2;
      if (Math.abs(dx) > edge || lengthOf(dx, dy) < hidden * SCALE) ink[at] = 0;
    }
  }
  return { width, height, ink };
}

/** How far from the seal's middle a row reaches at a depth below the edge, in pixels. */
function reach({ a, b }: SealPlane, y: number, height: number, depth: number): number {
  const inner = Math.max(0, 1 - ((y + 0.5 - height / 2) / SCALE / (b - depth)) ** 2);
  return (a - depth) * Math.sqrt(inner) * SCALE;
}

/** Mean ink of a row within so many pixels of the middle; 0 where that is too little to tell. */
function middleInk({ width, ink }: UprightInk, y: number, half: number): number {
  const [first, last] = [Math.ceil(width / 2 - half), Math.floor(width / 2 + half)];
  if (last - first <= 0.1 * SCALE) return 0;
  let sum = 0;
  for (let x = first; x < last; x++) sum += ink[y * width + x];
  return sum / (last - first);
}

/** Mean ink of each column between two rows. */
function columnsOf({ width, height, ink }: UprightInk, from: number, to: number): Float32Array {
  const out = new Float32Array(width);
  for (let y = Math.max(0, from); y < Math.min(height, to); y++) {
    for (let x = 0; x < width; x++) out[x] += ink[y * width + x] / Math.max(1, to - from);
  }
  return out;
}

/** Where the line in some rows ends on the left and on the right, about the middle, in the plane's unit. */
function ends(
  upright: UprightInk,
  from: number,
  to: number,
  inside: number,
  outside: number,
): readonly [number, number] {
  const tall = to - from;
  const columns = columnsOf(upright, from, to);
  const above = columnsOf(
    upright,
    from - Math.round(OUTSIDE.to * tall),
    from - Math.round(OUTSIDE.from * tall),
  );
  const beside = (inside < LOW * outside ? GAP.low : GAP.beside) * tall;
  const side = (step: 1 | -1) => {
    const column = (k: number) => Math.floor(upright.width / 2 + step * (k + 0.5));
    let end = 0;
    for (let k = 0; k < outside; k++) {
      const [here, gap] = [columns[column(k)], k - end];
      if (gap > GAP.inside * tall) break;
      if (here <= INKED) continue;
      // What begins beside a gap, where the ring's text stands, is of the ring; so is what goes on above the line.
      if (gap > beside && k > RING.surely * inside) break;
      if (k > RING.from * inside && above[column(k)] > Math.max(2 * INKED, RING.above * here)) {
        let least = k;
        for (let back = k; back > Math.max(0, k - RING.back * tall); back--)
          if (columns[column(back)] < columns[column(least)]) least = back;
        return (step * least) / SCALE;
      }
      end = k + 1;
    }
    return (step * end) / SCALE;
  };
  return evened(side(-1), side(1), inside / SCALE, tall / SCALE);
}

/** Lines are set about the middle: a side that runs on beside the ring's text has run into it. */
function evened(left: number, right: number, inside: number, tall: number): readonly [number, number] {
  const most = Math.min(-left, right) + 0.3 * tall;
  return [-left > inside ? Math.max(left, -most) : left, right > inside ? Math.min(right, most) : right];
}

/** Rows in a row that have ink; two empty rows do not end a run. */
function runs(profile: Float32Array): [number, number][] {
  const found: [number, number][] = [];
  for (let y = 0; y < profile.length; y++) {
    if (profile[y] <= INKED) continue;
    const last = found.at(-1);
    if (last && y - last[1] <= 2) last[1] = y + 1;
    else found.push([y, y + 1]);
  }
  return found;
}
