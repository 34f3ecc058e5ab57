import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import { type Homography, scaleAt, stretchAlong } from './homography.ts';
import { isPart } from './same-word.ts';

/** How a word's print on one page compares with that on the other. */
export interface Print {
  /** Distance of its characters on the page that has them farther apart, in usual sizes. */
  readonly large: number;
  /** Log of the ratio of its sizes once the pages lie over each other. */
  readonly ratio: number;
  /** By how much farther apart the map says that lines are than the print grew, log units. */
  readonly apart: number;
  /** Steps between characters that it was measured over. */
  readonly steps: number;
}

/** Share of characters more or less with which words are not measured. */
const MOST_MORE = 0.2;
const MOST_OFF = 0.4;

/** A word's print on both pages; null where the reader lost or put in too much of it. */
export function printOf(
  one: TemplateWord,
  other: TemplateWord,
  a: Anchors,
  b: Anchors,
  map: Homography,
): Print | null {
  const steps = Math.min(one.text.length, other.text.length) - 1;
  // A character lost or put in within a word makes its others seem farther apart or closer.
  const slack = isPart(one, other) ? 0 : Math.abs(one.text.length - other.text.length) / steps;
  if (slack > MOST_MORE) return null;
  const [x, y] = [(one.x1 + one.x2) / 2 - a.width / 2, (one.y1 + one.y2) / 2 - a.height / 2];
  const along = stretchAlong(map, x, y, a.angle);
  const [p, q] = [pitch(one), pitch(other)];
  const ratio = Math.log(q / (p * along));
  return {
    large: Math.max(p / a.usual, q / b.usual),
    ratio: Math.sign(ratio) * Math.min(MOST_OFF, Math.max(0, Math.abs(ratio) - slack)),
    apart: Math.log((scaleAt(map, x, y) ** 2 * p) / (along * q)),
    steps,
  };
}

const pitch = ({ x1, y1, x2, y2, text }: TemplateWord): number =>
  Math.hypot(x2 - x1, y2 - y1) / (text.length - 1);
