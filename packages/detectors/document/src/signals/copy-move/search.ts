import type { Plane } from '@jianzhen/raster';
import { CELL } from '../../signal.ts';
import { shrink, smooth } from './filters.ts';
import { hypotheses } from './hypotheses.ts';
import { keypoints } from './keypoints.ts';
import { match } from './matches.ts';
import { moments } from './moments.ts';
import { type Pair, verify } from './pairs.ts';
import { logNfa, repeatLaws } from './repeats.ts';
import { glyphRepeats, rivalShare } from './rivals.ts';
import { pastedSide } from './source.ts';

export interface JudgedPair extends Pair {
  /** log10 of the expected number of such pairs on a page without copying. */
  readonly logNfa: number;
  /** Share of the page's other print that repeats as exactly. */
  readonly rivals: number;
  /** The side that was pasted, null where both look alike or the pair is no news. */
  readonly pasted: 'first' | 'second' | null;
}

export interface Search {
  /** Page pixels a pixel of the working plane; the pairs are in working pixels. */
  readonly factor: number;
  /** Columns of cells of the working plane. */
  readonly columns: number;
  /** Level of the page's own upright repeats, see `RepeatLaw`. */
  readonly repeatLevel: number;
  /** Strongest first. */
  readonly pairs: readonly JudgedPair[];
}

/** Pages beyond this many pixels are worked on at half, a third … of their size. */
const MAX_WORKING_PIXELS = 2_600_000;
const MAX_KEYPOINTS = 4000;
const MAX_HYPOTHESES = 60;
/** Radius of the discs that are compared, working pixels: about a glyph of 10-point print at 150 dpi. */
const RADIUS = 8;
/** Sizes of a second place for which discs are compared; reciprocal ones are found from the other side. */
const SCALES = [1, 1.09, 1.2];
const MIN_OFFSET = 12;

export function search(luma: Plane): Search {
  const factor = Math.max(1, Math.ceil(Math.sqrt((luma.width * luma.height) / MAX_WORKING_PIXELS)));
  const plane = shrink(luma, factor);
  const smoothed = smooth(plane);
  const points = keypoints(smoothed, MAX_KEYPOINTS, SCALES[SCALES.length - 1] * RADIUS + 2);
  const scaled = SCALES.map((s) => ({ factor: s, moments: moments(smoothed, points, RADIUS * s) }));
  const matches = match(points, scaled[0].moments, scaled, MIN_OFFSET);
  const candidates = hypotheses(points, matches, MAX_HYPOTHESES);
  const found = verify(plane, smoothed, points, candidates, RADIUS, MIN_OFFSET);
  const laws = repeatLaws(found);
  const repeats = glyphRepeats(smoothed, points, matches);
  const columns = Math.floor(plane.width / CELL);
  const pairs = found
    .map((pair) => {
      const nfa = logNfa(laws, pair);
      // The dearest question is asked of pairs that may be told only.
      const pasted = nfa < 0 ? pastedSide(plane, pair, columns) : null;
      return { ...pair, logNfa: nfa, rivals: rivalShare(pair, repeats), pasted };
    })
    .sort((a, b) => a.logNfa - b.logNfa);
  return { factor, columns, repeatLevel: laws.upright.mean, pairs };
}
