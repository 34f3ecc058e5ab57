import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Bands } from './bands.ts';
import { ELSEWHERE, SURE } from './fixed.ts';
import { type Homography, mapX, mapY, scaleAt } from './homography.ts';
import type { Openings, Segment } from './segments.ts';

/** Characters in which beginnings agree. */
const OPENING = 3;

type Words = readonly TemplateWord[];

/** Words by their first characters where no other word of the page begins so; running text, values and entries of lists aside. */
function beginnings(words: Words, { entry }: Anchors): Map<string, number> {
  const found = new Map<string, number>();
  words.forEach(({ text, role }, i) => {
    if (text.length < OPENING || role === 'flow' || role === 'value' || entry[i]) return;
    const start = text.slice(0, OPENING);
    found.set(start, found.has(start) ? -1 : i);
  });
  return found;
}

/** A label runs into its value where nothing parts them, but begins where it always does. */
export function openingsOf(
  [a, b]: readonly [Anchors, Anchors],
  words: readonly [Words, Words],
  segments: readonly Segment[],
): Openings {
  const whole = new Set(segments.filter(({ alike }) => alike >= SURE).map(({ first }) => first));
  const others = beginnings(words[1], b);
  return [...beginnings(words[0], a)].flatMap(([start, first]) => {
    const second = others.get(start) ?? -1;
    return first >= 0 && second >= 0 && !whole.has(first) ? [[first, second] as const] : [];
  });
}

/** How many of them begin elsewhere. */
export function astrayOpenings(
  openings: Openings,
  a: Anchors,
  b: Anchors,
  words: readonly [Words, Words],
  map: Homography,
  { moved }: Pick<Bands, 'moved'>,
): number {
  const amounts = new Float64Array(a.letters.length);
  for (let p = 0; p < a.count; p++) amounts[a.word[p]!] = moved[p]!;
  const [cos, sin] = [Math.cos(b.angle), Math.sin(b.angle)];
  return openings.filter(([first, second]) => {
    const [one, other] = [words[0][first]!, words[1][second]!];
    const [x, y] = [one.x1 - a.width / 2, one.y1 - a.height / 2];
    const dx = mapX(map, x, y) - amounts[first]! * sin - (other.x1 - b.width / 2);
    const dy = mapY(map, x, y) + amounts[first]! * cos - (other.y1 - b.height / 2);
    return Math.hypot(dx, dy) > ELSEWHERE * one.size * scaleAt(map, x, y);
  }).length;
}
