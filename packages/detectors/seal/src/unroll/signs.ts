import type { SealPlane } from './ring.ts';
import type { StarFit } from './star.ts';
import type { RingPart } from './strips.ts';
import { away, isStar, nearestPoint, type Upright } from './upright.ts';

/** Depths of a ring's characters: their tops and feet where the ring stands upright. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Turns between which a title lies, clockwise; `to` is the greater. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
}

/** What the network of rings says of an unrolled seal, place by place along the ring, `PLACES` of them from the frame's top on, clockwise. */
export interface RingSigns {
  /** Log-odds that a place bears the title, and the code. */
  readonly title: Float32Array;
  readonly code: Float32Array;
  /** Logarithm of how likely it is the top, up to a constant. */
  readonly up: Float32Array;
  /** Depth at which the seal's outer edge lies, were it located elsewhere. */
  readonly edge: Float32Array;
  readonly band: Band;
  /** Depths of a code's digits; of no meaning without one. */
  readonly digits: { readonly outer: number; readonly inner: number };
}

export const PLACES = 180;

/** Steps a turn at which spans are tried. */
const STEPS = 720;
/** Steps by which the middle of a title or a code may miss the top or the bottom. */
const ASTRAY = 12;
/** Turns from the bottom to a code's end, at most. */
const CODE_REACH = 0.25;
/** Turns about a top that count as it. */
const NEAR = 0.045;
/** Hands stamp upright more often than not: logarithm of how much likelier, a half of it. */
const CUSTOM = 1.5;

/**
 * The likeliest top; an ellipse stands on its long side, a star's points agree with the top.
 */
export function uprightOf(signs: RingSigns, shape: 'circle' | 'ellipse', star: StarFit): Upright {
  const likely = shares(signs.up.map((value, k) => value + CUSTOM * Math.cos(2 * Math.PI * middleOf(k))));
  const about = (turn: number) =>
    likely.reduce((sum, share, k) => sum + (away(middleOf(k), turn) < NEAR ? share : 0), 0);
  const turns =
    shape === 'ellipse' ? [0, 0.5] : Array.from({ length: PLACES }, (_, k) => betweenPlaces(signs.up, k));
  const worth = shape === 'ellipse' ? about : (_: number, k: number) => likely[k];
  const most = (left: readonly (readonly [number, number])[]) =>
    left.reduce((best, one) => (one[1] > best[1] ? one : best), left[0])[0];
  const judged = turns.map((turn, k) => [turn, worth(turn, k)] as const);
  const best = most(judged);
  const next = most(judged.filter(([turn]) => away(turn, best) > 2 * NEAR));
  const exact = (turn: number) => (isStar(star) && shape === 'circle' ? nearestPoint(star, turn) : turn);
  return { turn: exact(best), next: exact(next), confidence: Math.max(0, about(best) - about(next)) };
}

/** The likeliest title about a top; all around where none is likely. */
export function titleOf({ title }: RingSigns, up: number): TitleSpan {
  const span = likeliestSpan(title, up, 0.5);
  if (!span) return { from: up - 0.5, to: up + 0.5 };
  return { from: span.middle - span.half, to: span.middle + span.half };
}

/** Digits along the lower rim, read against the clock with their tops inwards, with some room about them; null where there are none. */
export function codeOf({ code, digits }: RingSigns, plane: SealPlane, up: number): RingPart | null {
  const span = likeliestSpan(code, up + 0.5, CODE_REACH);
  const height = digits.inner - digits.outer;
  if (!span || height <= 0) return null;
  const margin = height / plane.length;
  const room = 0.25 * height;
  return {
    from: span.middle + span.half + margin,
    to: span.middle - span.half - margin,
    top: digits.inner + room,
    bottom: digits.outer - room,
  };
}

/** The span about a turn, give or take a little, that is likeliest to hold all of something; null where it is likelier that there is nothing. */
function likeliestSpan(
  logOdds: Float32Array,
  about: number,
  most: number,
): { readonly middle: number; readonly half: number } | null {
  const sums = new Float64Array(3 * STEPS + 1);
  for (let k = 0; k < 3 * STEPS; k++)
    sums[k + 1] = sums[k] + (logOdds[Math.floor((k % STEPS) / (STEPS / PLACES))] * PLACES) / STEPS;
  const middle = Math.round((about - Math.floor(about)) * STEPS) + STEPS;
  let best = { worth: 0, shift: 0, half: 0 };
  for (let shift = -ASTRAY; shift <= ASTRAY; shift++)
    for (let half = 1; half <= most * STEPS; half++) {
      const worth = sums[middle + shift + half] - sums[middle + shift - half];
      if (worth > best.worth) best = { worth, shift, half };
    }
  if (best.half === 0) return null;
  return { middle: about + best.shift / STEPS, half: best.half / STEPS };
}

const middleOf = (place: number): number => (place + 0.5) / PLACES;

function shares(logs: Float32Array): Float32Array {
  const most = Math.max(...logs);
  const raw = logs.map((value) => Math.exp(value - most));
  const sum = raw.reduce((all, value) => all + value, 0);
  return raw.map((value) => value / sum);
}

/** A place's turn, moved to the peak of the parabola through it and its neighbours where it is their highest. */
function betweenPlaces(values: Float32Array, k: number): number {
  const [before, own, after] = [values[(k + PLACES - 1) % PLACES], values[k], values[(k + 1) % PLACES]];
  const bend = before + after - 2 * own;
  if (bend >= -1e-6 || own < before || own < after) return middleOf(k);
  return middleOf(k) + (before - after) / (2 * bend) / PLACES;
}
