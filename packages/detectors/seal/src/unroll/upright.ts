import { COLUMNS, columnAt, columnInk, type RingSheet, rowAt, smoothed } from './sheet.ts';
import type { StarFit } from './star.ts';

/** Which way a seal's top points. */
export interface Upright {
  /** Turns clockwise from the frame's top. */
  readonly turn: number;
  /** 0–1: how far the best way is ahead of the next. */
  readonly confidence: number;
  /** The next best way. */
  readonly next: number;
}

/** From this share of fifths on, about a core of ink, the centre is a star; print over it takes some away. */
const STAR = { score: 0.22, core: 0.2 } as const;
/** Depths below the rim's end at which only a ring's text lies: the code is above them, lines in the middle are below. */
const TEXT = { from: 0.14, to: 0.27 } as const;
/** Depths below the rim's end that are compared with their mirror image, and their number. */
const MIRRORED = { to: 0.5, bands: 5 } as const;
/** Columns over which ink is spread before it is compared: strokes differ, characters stand at equal distances. */
const SPREAD = 12;
/** Columns in one when ink is compared with its mirror image; spread as it is, it loses nothing. */
const COARSE = 4;
/** Turns from the top to a title's end. */
const ENDS = [0.2, 0.24, 0.28, 0.32, 0.36, 0.4] as const;
/** What the ways to tell the top weigh. Hands stamp upright more often than not. */
const WEIGHTS = { mirror: 0.4, title: 0.6, star: 0.5, custom: 0.05 } as const;

export const isStar = ({ score, core }: StarFit): boolean => score >= STAR.score && core >= STAR.core;

/**
 * Finds the top: what a seal bears is set symmetrically about its upright axis, with the gap in the ring's text below. An ellipse stands
 * on its long side; a star's points agree with the axis.
 */
export function findUpright(
  sheet: RingSheet,
  rim: number,
  shape: 'circle' | 'ellipse',
  star: StarFit,
): Upright {
  const scores = topScores(sheet, rim);
  const starred = isStar(star);
  const scoreAt = (turn: number) => {
    const points = starred ? WEIGHTS.star * Math.cos(10 * Math.PI * (turn - star.turn)) : 0;
    return scores[columnAt(turn)] + points + WEIGHTS.custom * Math.cos(2 * Math.PI * turn);
  };
  const turns = shape === 'ellipse' ? [0, 0.5] : Array.from({ length: COLUMNS }, (_, k) => k / COLUMNS);
  const best = turns.reduce((most, turn) => (scoreAt(turn) > scoreAt(most) ? turn : most));
  const others = turns.filter((turn) => away(turn, best) > 0.09);
  const next = others.reduce((most, turn) => (scoreAt(turn) > scoreAt(most) ? turn : most));
  const confidence = Math.min(1, Math.max(0, scoreAt(best) - scoreAt(next)));
  const exact = (turn: number) => (starred ? nearestPoint(star, turn) : turn);
  return { turn: exact(best), confidence, next: exact(next) };
}

/** The direction of a star's point next to a turn, where one is near. */
function nearestPoint({ turn }: StarFit, near: number): number {
  const point = turn + Math.round((near - turn) * 5) / 5;
  return away(point, near) < 0.03 ? point : near;
}

/** Between two turns, 0–0.5. */
export function away(a: number, b: number): number {
  const distance = Math.abs(a - b) % 1;
  return Math.min(distance, 1 - distance);
}

/** For every column, how well it does as the top, in about [−1, 1]. */
function topScores(sheet: RingSheet, rim: number): Float32Array {
  const bands = Array.from({ length: MIRRORED.bands }, (_, i) => {
    const depth = (k: number) => rim + (MIRRORED.to * k) / MIRRORED.bands;
    return centred(smoothed(columnInk(sheet, rowAt(sheet, depth(i)), rowAt(sheet, depth(i + 1))), SPREAD));
  });
  const energy = bands.reduce(
    (sum, band) => sum + band.reduce((part, value) => part + value * value, 0),
    1e-6,
  );
  const text = smoothed(columnInk(sheet, rowAt(sheet, rim + TEXT.from), rowAt(sheet, rim + TEXT.to)), SPREAD);
  const titles = titleScores(text);
  const coarse = bands.map((band) => band.filter((_, x) => x % COARSE === 0));
  const count = COLUMNS / COARSE;
  const mirrors = Float32Array.from({ length: count }, (_, top) => {
    let mirror = 0;
    for (const band of coarse) {
      for (let k = 0; k < count; k++) {
        const right = top + k < count ? top + k : top + k - count;
        const left = top >= k ? top - k : top - k + count;
        mirror += band[right] * band[left];
      }
    }
    return (COARSE * mirror) / energy;
  });
  return Float32Array.from({ length: COLUMNS }, (_, x) => {
    const [at, part] = [Math.floor(x / COARSE), (x % COARSE) / COARSE];
    const mirror = mirrors[at] * (1 - part) + mirrors[(at + 1) % count] * part;
    return WEIGHTS.mirror * mirror + WEIGHTS.title * titles[x];
  });
}

/**
 * How well the columns part into a title about each top and a gap below: the best correlation with a title of some length (the root of
 * Otsu's share of variance between two classes).
 */
function titleScores(text: Float32Array): Float32Array {
  const own = centred(text);
  const swing = Math.sqrt(own.reduce((sum, value) => sum + value * value, 1e-6) / COLUMNS);
  const sums = new Float64Array(2 * COLUMNS + 1);
  for (let k = 0; k < 2 * COLUMNS; k++) sums[k + 1] = sums[k] + own[k % COLUMNS];
  return Float32Array.from({ length: COLUMNS }, (_, top) => {
    let best = -1;
    for (const end of ENDS) {
      const half = Math.round(end * COLUMNS);
      const first = (top - half + COLUMNS) % COLUMNS;
      const share = (2 * half) / COLUMNS;
      const inside = (sums[first + 2 * half] - sums[first]) / (2 * half);
      best = Math.max(best, (inside * Math.sqrt(share / (1 - share))) / swing);
    }
    return best;
  });
}

function centred(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
