import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { mean, median } from './robust.ts';

/** How digits stand on a page: where base lines run, and how far digits stray from them and from equal distances. */
export interface Placing {
  /** Pixels that the base line sinks with each pixel to the right near a number: perspective and skew move it. */
  slopeAt(number: PrintedNumber): number;
  /** Usual deviations, in digit heights. */
  readonly baseline: number;
  readonly pitch: number;
}

/** Least deviations that a page is credited with, in digit heights. */
const BASELINE_FLOOR = 0.012;
const PITCH_FLOOR = 0.02;
/** Deviations count up to these, in digit heights, and up to so many times what is usual. */
const MOST_AWAY = 0.5;
const MOST_TIMES = 30;
const NEAR = 7;

const centre = ({ left, right }: Glyph) => (left + right) / 2;

export function placingOf(numbers: readonly PrintedNumber[]): Placing {
  const slopes = lineSlopes(numbers);
  const found = new Map<PrintedNumber, number>();
  const slopeAt = (number: PrintedNumber) => {
    const known = found.get(number);
    if (known !== undefined) return known;
    const near = slopes
      .map(({ slope, at }) => ({ slope, far: Math.abs(at - number.box.bottom) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, NEAR);
    const slope = near.length === 0 ? 0 : median(near.map((line) => line.slope));
    found.set(number, slope);
    return slope;
  };
  const long = numbers.filter(({ glyphs }) => glyphs.length >= 3);
  const feet = long.map(
    (number) => strays(number.glyphs.map((glyph) => foot(glyph, slopeAt(number)))) / number.size,
  );
  const steps = long.map((number) => strays(stepsOf(number, 1, number.glyphs.length)));
  const usual = (values: readonly number[]) => median(values.filter(Number.isFinite)) || 0;
  return {
    slopeAt,
    baseline: BASELINE_FLOOR + 1.4826 * usual(feet),
    pitch: PITCH_FLOOR + 1.4826 * usual(steps),
  };
}

/** Slopes of the base lines of long numbers and of lines with several: the median over pairs of digits (Theil 1950, Sen 1968). */
function lineSlopes(numbers: readonly PrintedNumber[]): { slope: number; at: number }[] {
  return [...Map.groupBy(numbers, ({ line }) => line).values()].flatMap((members) => {
    const glyphs = members.flatMap((number) => number.glyphs);
    const size = median(members.map((number) => number.size));
    const slopes: number[] = [];
    for (const [i, a] of glyphs.entries()) {
      for (const b of glyphs.slice(i + 1)) {
        const across = centre(b) - centre(a);
        if (Math.abs(across) > 3 * size) slopes.push((b.bottom - a.bottom) / across);
      }
    }
    return slopes.length < 3 ? [] : [{ slope: median(slopes), at: glyphs[0].bottom }];
  });
}

/** Median distance from the median. */
function strays(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

const foot = (glyph: Glyph, slope: number) => glyph.bottom - slope * centre(glyph);

/** Distances between digits that follow each other with nothing between, in digit heights. */
function stepsOf({ glyphs, adjacent, size }: PrintedNumber, first: number, last: number): number[] {
  const found: number[] = [];
  for (let i = Math.max(1, first); i < Math.min(last, glyphs.length); i++) {
    if (adjacent[i]) found.push((centre(glyphs[i]) - centre(glyphs[i - 1])) / size);
  }
  return found;
}

/** Median distance between digits side by side, in digit heights of `size` pixels; NaN where there are none. */
export function usualPitch(glyphs: readonly Glyph[], size: number): number {
  const steps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    const [a, b] = [glyphs[i - 1], glyphs[i]];
    const step = (centre(b) - centre(a)) / size;
    if (Math.abs(a.bottom - b.bottom) < 0.3 * size && step > 0.2 && step < 1) steps.push(step);
  }
  return median(steps);
}

const within = (value: number) =>
  Number.isFinite(value) ? Math.max(-MOST_AWAY, Math.min(MOST_AWAY, value)) : 0;

/** How far a run is from where it should be, in digit heights. */
export interface Stray {
  readonly own: number;
  /** What is usual. */
  readonly usual: number;
  /** Own in what is usual. */
  readonly strength: number;
}

const stray = (own: number, usual: number): Stray => ({
  own,
  usual,
  strength: Math.min(MOST_TIMES, own / usual),
});

/** Where a run stands against the base line of the rest of its line. */
export function baselineStray(
  glyphs: readonly Glyph[],
  rest: readonly Glyph[],
  number: PrintedNumber,
  placing: Placing,
): Stray {
  const slope = placing.slopeAt(number);
  const others = rest.map((glyph) => foot(glyph, slope));
  const own = within((mean(glyphs.map((glyph) => foot(glyph, slope))) - median(others)) / number.size);
  const scatter = 1.4826 * within(strays(others) / number.size);
  return stray(Math.abs(own), Math.hypot(scatter, placing.baseline));
}

/** Distances within a run and where it joins its number, against those of the number's other digits, or `pitch`, the page's usual one. */
export function pitchStray(
  number: PrintedNumber,
  from: number,
  to: number,
  pitch: number,
  placing: Placing,
): Stray {
  const inner = stepsOf(number, from + 1, to);
  const outer = [...stepsOf(number, 1, from), ...stepsOf(number, to + 1, number.glyphs.length)];
  const joints = [...stepsOf(number, from, from + 1), ...stepsOf(number, to, to + 1)];
  const usual = outer.length >= 2 ? median(outer) : pitch;
  const away = (step: number) => Math.abs(within(step - usual));
  const run = inner.length === 0 ? 0 : away(mean(inner));
  return stray(Math.max(run, ...joints.map(away)), placing.pitch);
}
