import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import { type Class, classOf } from './classes.ts';
import { ELSEWHERE, SURE } from './fixed.ts';
import { type Homography, stretchAlong } from './homography.ts';
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
  const lengths = new Mean();
  for (const segment of segments) {
    const { first, second, alike, off, down } = segment;
    const [one, other] = [words[0][first]!, words[1][second]!];
    const kind = classOf([a, b], words, segment);
    if (kind === 'none') continue;
    if (off > ELSEWHERE) {
      if (alike >= SURE && (kind !== 'long' || (down > ELSEWHERE && (alike >= ONE || begins(one, other)))))
        astray[kind]++;
      continue;
    }
    if (stray[first]) {
      if (alike >= SURE && (kind === 'label' || kind === 'long')) adrift++;
      continue;
    }
    home[kind]++;
    if (kind !== 'short') {
      if (off > HOME) beside += (off - HOME) / (ELSEWHERE - HOME);
      all++;
      squares += off * off;
    }
    // A character lost or put in makes a word's characters seem farther apart or closer.
    if (alike < SAME || one.text.length !== other.text.length) continue;
    const [p, q] = [pitch(one), pitch(other)];
    const [x, y] = [(one.x1 + one.x2) / 2 - a.width / 2, (one.y1 + one.y2) / 2 - a.height / 2];
    const ratio = Math.log(q / (p * stretchAlong(map, x, y, a.angle)));
    const large = p > LARGE * a.usual && q > LARGE * b.usual;
    const steps = one.text.length - 1;
    (large ? sizes.heading : sizes.body).add(Math.max(-0.4, Math.min(0.4, ratio)), steps);
    lengths.add(Math.min(MOST_LONGER, Math.abs(ratio) * steps) ** 2, 1);
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

/** Names of places and firms end alike, and running text that was not known for such moves along its lines: neither tells two templates. */
const begins = (one: TemplateWord, other: TemplateWord): boolean =>
  one.text.slice(0, 2) === other.text.slice(0, 2);

const pitch = ({ x1, y1, x2, y2, text }: TemplateWord): number =>
  Math.hypot(x2 - x1, y2 - y1) / (text.length - 1);
