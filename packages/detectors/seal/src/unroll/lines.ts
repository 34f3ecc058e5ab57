import type { InkMap } from '../rectify/ink.ts';
import type { Band } from './band.ts';
import type { SealPlane } from './ring.ts';
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
/** Rows above a line that are looked at, in heights of it: paper there. */
const OUTSIDE = { from: 0.12, to: 0.36 } as const;
/** Shares of the room within the ring's text from which its characters may intrude, and surely do; and what of a column's ink they have beyond the line. */
/** From where that is seen, the gap before it lies within so many heights. */
const BACK = 0.4;
const RING = { from: 0.8, surely: 0.94, beyond: 0.45 } as const;
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
  const { a, b } = plane;
  const [width, height] = [Math.round(2 * a * SCALE), Math.round(2 * b * SCALE)];
  const angle = up * 2 * Math.PI;
  const source = { width: map.width, height: map.height, data: map.ink, channels: 1 } as const;
  const part = { x: 0, y: 0, halfWidth: a, halfHeight: b, angle };
  const ink = drawLine(source, plane.toPicture, part, width, height);
  /** How far from the seal's middle a row reaches, in pixels, at a depth below the edge. */
  const reach = (y: number, depth: number) => {
    const inner = Math.max(0, 1 - ((y + 0.5 - height / 2) / SCALE / (b - depth)) ** 2);
    return (a - depth) * Math.sqrt(inner) * SCALE;
  };
  const rims = Float32Array.from({ length: height }, (_, y) => reach(y, rim + 0.02));
  const isHidden = (x: number, y: number) =>
    Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) < hidden * SCALE ||
    Math.abs(x + 0.5 - width / 2) > rims[y];
  const profile = Float32Array.from({ length: height }, (_, y) => {
    // Above, a ring's characters fill the middle; below, the code does.
    const half = Math.min(MIDDLE * a * SCALE, reach(y, y < height / 2 ? band.bottom : rim + 0.17));
    let sum = 0;
    let count = 0;
    for (let x = Math.ceil(width / 2 - half); x < width / 2 + half; x++) {
      if (isHidden(x, y)) continue;
      sum += ink[y * width + x];
      count++;
    }
    return count > 0.1 * SCALE ? sum / count : 0;
  });
  return runs(profile).flatMap(([from, to]) => {
    const tall = (to - from) / SCALE;
    if (tall < HEIGHT.least || tall > HEIGHT.most) return [];
    const inkOf = (first: number, last: number) =>
      Float32Array.from({ length: width }, (_, x) => {
        let sum = 0;
        for (let y = Math.max(0, first); y < Math.min(height, last); y++)
          if (!isHidden(x, y)) sum += ink[y * width + x];
        return sum / Math.max(1, last - first);
      });
    const columns = inkOf(from, to);
    const [far, near] = [Math.round(OUTSIDE.to * (to - from)), Math.round(OUTSIDE.from * (to - from))];
    const above = inkOf(from - far, from - near);
    const middle = (from + to) / 2;
    const inside = reach(middle, band.bottom);
    const outside =
      middle < height * (0.5 + TITLE_ENDS / 2)
        ? reach(middle, (band.top + band.bottom) / 2)
        : reach(middle, rim + 0.02);
    const beside = (inside < LOW * outside ? GAP.low : GAP.beside) * (to - from);
    const side = (step: 1 | -1) => {
      let end = 0;
      const inkAt = (k: number) => columns[Math.floor(width / 2 + step * (k + 0.5))];
      for (let k = 0; k < outside; k++) {
        const x = Math.floor(width / 2 + step * (k + 0.5));
        const gap = k - end;
        if (gap > GAP.inside * (to - from)) break;
        if (columns[x] <= INKED) continue;
        if (k > RING.from * inside) {
          // What begins beside a gap, where the ring's text stands, is of the ring; so is what goes on above the line.
          if (gap > beside && k > RING.surely * inside) break;
          if (above[x] > Math.max(2 * INKED, RING.beyond * columns[x])) {
            let least = k;
            for (let back = k; back > Math.max(0, k - BACK * (to - from)); back--)
              if (inkAt(back) < inkAt(least)) least = back;
            return (step * least) / SCALE;
          }
        }
        end = k + 1;
      }
      return (step * end) / SCALE;
    };
    const [left, right] = evened(side(-1), side(1), inside / SCALE, tall);
    if (right - left < 0.6 * tall) return [];
    return [{ left, right, top: (from - height / 2) / SCALE, bottom: (to - height / 2) / SCALE }];
  });
}

/** Lines are set about the middle: a side that runs on beside the ring's text has run into it. */
function evened(left: number, right: number, inside: number, tall: number): readonly [number, number] {
  const most = Math.min(-left, right) + 0.3 * tall;
  return [-left > inside ? Math.max(left, -most) : left, right > inside ? Math.min(right, most) : right];
}

/** Rows in a row that have ink; one empty row does not end a run. */
function runs(profile: Float32Array): [number, number][] {
  const found: [number, number][] = [];
  for (let y = 0; y < profile.length; y++) {
    if (profile[y] <= INKED) continue;
    const last = found.at(-1);
    if (last && y - last[1] <= 1) last[1] = y + 1;
    else found.push([y, y + 1]);
  }
  return found;
}
