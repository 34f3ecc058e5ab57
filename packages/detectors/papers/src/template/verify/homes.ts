import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import { type Class, classOf } from './classes.ts';
import { ELSEWHERE, SURE } from './fixed.ts';
import type { Homography } from './homography.ts';
import { printOf } from './print.ts';
import { isPart } from './same-word.ts';
import type { Segment } from './segments.ts';

/** How the words that both pages have lie: at home, near it, or elsewhere. */
export interface Homes {
  /** Labels, headings and long words at their places. */
  readonly homeFirm: number;
  /** Labels and headings elsewhere; and long words. */
  readonly astrayLabel: number;
  readonly astrayLong: number;
  /** Labels, headings and long words at their places in bands that were moved for no reason that is seen. */
  readonly adrift: number;
  /** Other words of four or five characters, and shorter ones, elsewhere. */
  readonly astrayPlain: number;
  readonly astrayShort: number;
  /** Labels, headings and plain words of four or more that lie beside their places. */
  readonly beside: number;
  /** Root mean square of the offsets of those at home, in sizes. */
  readonly scatter: number;
  /** Disagreement of sizes of print once the pages lie over each other, log units: of headings, and of the rest. */
  readonly headingSize: number;
  readonly bodySize: number;
  /** By how much farther apart the map says that lines are than the print grew, log units: leading in sizes of the body. */
  readonly leading: number;
  /** Root mean square of how much longer words are than the map says, in characters. */
  readonly lengths: number;
}

/** Offset in sizes up to which a word is at home. */
const HOME = 0.35;
/** Words that are one and the same but for a character misread. */
const ONE = 0.85;
/** Words less alike are not measured. */
const SAME = 0.8;
/** Print larger than this, in usual sizes, is a heading's. */
const LARGE = 1.25;
/** Disagreement of a word's length that counts at most, in characters. */
const MOST_LONGER = 0.6;

/** @param stray 1 for words of the first page whose band was moved for no reason that is seen */
export function homesOf(
  a: Anchors,
  b: Anchors,
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  segments: readonly Segment[],
  map: Homography,
  stray: Uint8Array,
): Homes {
  const home: Record<Class, number> = { label: 0, long: 0, plain: 0, short: 0, none: 0 };
  const astray: Record<Class, number> = { label: 0, long: 0, plain: 0, short: 0, none: 0 };
  let [beside, all, squares, adrift] = [0, 1e-9, 0, 0];
  const sizes = { heading: new Mean(), body: new Mean() };
  const [lengths, leading] = [new Mean(), new Mean()];
  for (const segment of segments) {
    const { first, second, alike, off, down } = segment;
    const [one, other] = [words[0][first]!, words[1][second]!];
    const kind = classOf([a, b], words, segment);
    if (kind === 'none') continue;
    const print = alike < SAME ? null : printOf(one, other, a, b, map);
    // A word's print is the same wherever it stands.
    if (print) (print.large > LARGE ? sizes.heading : sizes.body).add(print.ratio, print.steps);
    const sure = alike >= SURE || isPart(one, other);
    if (off > ELSEWHERE) {
      if (sure && (kind !== 'long' || (down > ELSEWHERE && isThe(one, other, alike)))) astray[kind]++;
      continue;
    }
    if (stray[first]) {
      if (sure && (kind === 'label' || kind === 'long')) adrift++;
      continue;
    }
    home[kind]++;
    if (kind !== 'short') {
      if (off > HOME) beside += (off - HOME) / (ELSEWHERE - HOME);
      all++;
      squares += off * off;
    }
    if (!print || one.text.length !== other.text.length) continue;
    leading.add(print.apart, print.steps);
    lengths.add(Math.min(MOST_LONGER, Math.abs(print.ratio) * print.steps) ** 2, 1);
  }
  return {
    homeFirm: home.label + home.long,
    astrayLabel: astray.label,
    astrayLong: astray.long,
    adrift,
    astrayPlain: astray.plain,
    astrayShort: astray.short,
    beside,
    scatter: Math.sqrt(squares / all),
    headingSize: sizes.heading.value,
    bodySize: sizes.body.value,
    leading: leading.value,
    lengths: Math.sqrt(lengths.value),
  };
}

class Mean {
  #sum = 0;
  #weight = 1e-9;
  add(value: number, weight: number): void {
    this.#sum += value * weight;
    this.#weight += weight;
  }
  get value(): number {
    return this.#sum / this.#weight;
  }
}

/**
 * Whether long words are one: names of places and firms end alike, and running text that was not known for such moves along its
 * lines; neither tells two templates.
 */
const isThe = (one: TemplateWord, other: TemplateWord, alike: number): boolean =>
  alike >= ONE || one.text.slice(0, 2) === other.text.slice(0, 2) || isPart(one, other);
