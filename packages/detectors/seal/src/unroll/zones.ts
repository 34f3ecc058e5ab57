import type { TextLine } from './lines.ts';
import { ringDepth, ringTurn, type SealPlane } from './ring.ts';
import type { Band, TitleSpan } from './signs.ts';
import type { Hidden, RingPart } from './strips.ts';

// What belongs to one part of a seal is left blank when another is looked at.

/** Lengths by which parts are known too small, in the seal's unit. */
const ABOUT = 0.02;

export function lineZone(lines: readonly TextLine[], up: number): Hidden {
  if (lines.length === 0) return () => false;
  const [sin, cos] = [Math.sin(2 * Math.PI * up), Math.cos(2 * Math.PI * up)];
  return (x, y) => {
    const u = cos * x + sin * y;
    const v = cos * y - sin * x;
    for (const { left, right, top, bottom } of lines)
      if (u > left - ABOUT && u < right + ABOUT && v > top - ABOUT && v < bottom + ABOUT) return true;
    return false;
  };
}

/** @param less heights of a character by which the zone is shorter at each end */
export function titleZone(title: TitleSpan, band: Band, plane: SealPlane, less = 0): Hidden {
  const off = (less * (band.bottom - band.top)) / plane.length;
  return (x, y) => {
    const depth = ringDepth(plane, x, y);
    // Characters are known to reach too deep where they slant: lines end beside their feet.
    if (depth < band.top - ABOUT || depth > band.bottom - ABOUT) return false;
    return isWithin(ringTurn(plane, x, y), title.from + off, title.to - off);
  };
}

/** A code's digits where they stand beside a title, not where they reach under its ends. */
export function codeZone(code: RingPart | null, title: TitleSpan, plane: SealPlane): Hidden {
  if (!code) return () => false;
  return (x, y) => {
    if (ringDepth(plane, x, y) >= code.top) return false;
    const turn = ringTurn(plane, x, y);
    return isWithin(turn, code.to, code.from) && !isWithin(turn, title.from, title.to);
  };
}

export const either =
  (a: Hidden, b: Hidden): Hidden =>
  (x, y) =>
    a(x, y) || b(x, y);

export const without =
  (a: Hidden, b: Hidden): Hidden =>
  (x, y) =>
    a(x, y) && !b(x, y);

/** Whether a turn in [0, 1) lies between two, at whatever round. */
function isWithin(turn: number, from: number, to: number): boolean {
  const past = turn - from;
  return past - Math.floor(past) < to - from;
}
