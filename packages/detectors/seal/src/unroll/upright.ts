import { COLUMNS, columnAt, columnInk, type RingSheet, rowAt, smoothed } from './sheet.ts';
import type { StarFit } from './star.ts';

/** Which way a seal's top points. */
export interface Upright {
  /** Turns clockwise from the frame's top. */
  readonly turn: number;
  /** 0–1: how far the best way is ahead of the next. */
  readonly confidence: number;
}

/** From this share of fifths on, the centre is a star. */
export const STAR = 0.45;
/** Depths below the rim's end at which only a ring's text lies: the code is above them, lines in the middle are below. */
const TEXT = { from: 0.14, to: 0.27 } as const;
/** Depths below the rim's end that are compared with their mirror image, and their number. */
const MIRRORED = { to: 0.5, bands: 5 } as const;
/** Columns over which ink is spread before it is compared: strokes differ, characters stand at equal distances. */
const SPREAD = 12;

/**
 * Finds the top: what a seal bears is set symmetrically about its upright axis, with the gap in the ring's text below. An ellipse stands
 * on its long side; a star's points must agree with the axis.
 */
export function findUpright(
  sheet: RingSheet,
  rim: number,
  shape: 'circle' | 'ellipse' | 'square',
  star: StarFit,
): Upright {
  const turns = candidates(shape, star);
  const scores = topScores(sheet, rim);
  const scoreAt = (turn: number) => scores[columnAt(turn)];
  const best = turns.reduce((most, turn) => (scoreAt(turn) > scoreAt(most) ? turn : most));
  const others = turns.filter((turn) => away(turn, best) > 0.09);
  const next = others.length > 0 ? Math.max(...others.map(scoreAt)) : 0;
  return { turn: best, confidence: Math.min(1, Math.max(0, scoreAt(best) - next)) };
}

function candidates(shape: string, star: StarFit): number[] {
  if (shape === 'ellipse') return [0, 0.5];
  if (star.score >= STAR) return [0, 1, 2, 3, 4].map((k) => star.turn + k / 5);
  return Array.from({ length: COLUMNS / 2 }, (_, k) => (2 * k) / COLUMNS);
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
  const text = centred(
    smoothed(columnInk(sheet, rowAt(sheet, rim + TEXT.from), rowAt(sheet, rim + TEXT.to)), SPREAD),
  );
  const swing = Math.sqrt(text.reduce((sum, value) => sum + value * value, 1e-6) / 2);
  return Float32Array.from({ length: COLUMNS }, (_, top) => {
    let mirror = 0;
    for (const band of bands) {
      for (let k = 0; k < COLUMNS; k++) {
        const [right, left] = [(top + k) % COLUMNS, (top - k + COLUMNS) % COLUMNS];
        mirror += band[right] * band[left];
      }
    }
    // Ink above less ink below: the first harmonic of the text's columns.
    let above = 0;
    for (let k = 0; k < COLUMNS; k++)
      above += text[(top + k) % COLUMNS] * Math.cos((2 * Math.PI * k) / COLUMNS);
    return 0.5 * (mirror / energy) + (0.5 * above) / (swing * Math.sqrt(COLUMNS));
  });
}

function centred(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
