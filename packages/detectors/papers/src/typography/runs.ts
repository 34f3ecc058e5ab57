import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';

/** Digits in a row within one number that were typed over others, by the network's word. */
export interface RetypedRun {
  readonly number: PrintedNumber;
  /** First of its number's digits, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The highest log-odds among them. */
  readonly score: number;
}

/** A digit beside one above the alarm belongs to its run down to this far below it, in log-odds. */
const REACH = 2.5;

/** Runs with a digit above `alarm`, the surest first; one a number, around its highest digit. */
export function retypedRuns(
  numbers: readonly PrintedNumber[],
  said: ReadonlyMap<Glyph, number>,
  alarm: number,
): RetypedRun[] {
  return numbers
    .map((number): RetypedRun => {
      const scores = number.glyphs.map((glyph) => said.get(glyph) ?? Number.NEGATIVE_INFINITY);
      const score = Math.max(...scores);
      const isPart = (i: number) => scores[i]! > alarm - REACH;
      let from = scores.indexOf(score);
      let to = from + 1;
      while (from > 0 && isPart(from - 1)) from--;
      while (to < scores.length && isPart(to)) to++;
      return { number, from, to, score };
    })
    .filter(({ score }) => score > alarm)
    .sort((a, b) => b.score - a.score);
}
