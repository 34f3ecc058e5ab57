import type { Region } from '@jianzhen/evidence';
import { halfWidth } from '../../reading/plain.ts';
import { around } from '../../reading/regions.ts';
import type { RecognisedCharacter, RecognisedPage } from '../../text.ts';
import { mapX, mapY } from '../verify/homography.ts';
import type { PageAlignment } from '../verify/index.ts';
import { isGap } from '../words/pieces.ts';

/** What stands at one place of two pages. */
export interface SwappedRegion {
  /** Text on the first and second page; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** Boxes in pixels of the two pages; null where there is no text. */
  readonly first: Region | null;
  readonly second: Region | null;
}

/** A piece of a line between gaps. */
interface Run {
  readonly characters: readonly RecognisedCharacter[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** What was exchanged between two pages of one template, from the top. */
export function swappedRegions(
  first: RecognisedPage,
  second: RecognisedPage,
  alignment: PageAlignment,
): SwappedRegion[] {
  const own = runsOf(first);
  const others = new Set(runsOf(second));
  const regions: (SwappedRegion & { at: number })[] = [];
  for (const run of own) {
    const match = partner(run, first, second, alignment, others);
    if (match) others.delete(match);
    for (const { before, after } of changes(run, match))
      regions.push({
        before: textOf(before),
        after: textOf(after),
        first: around(before.map(({ region }) => region)),
        second: around(after.map(({ region }) => region)),
        at: run.y,
      });
  }
  for (const run of others)
    regions.push({
      before: '',
      after: run.text,
      first: null,
      second: around(run.characters.map(({ region }) => region)),
      at: run.y,
    });
  return regions
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...region }) => region);
}

const textOf = (characters: readonly RecognisedCharacter[]): string =>
  characters.map(({ text }) => text).join('');

function runsOf({ lines }: RecognisedPage): Run[] {
  return lines.flatMap(({ characters }) => {
    const parts: RecognisedCharacter[][] = [[]];
    let last: RecognisedCharacter | null = null;
    for (const character of characters) {
      if (character.text.trim() === '') continue;
      if (last && isGap(last, character)) parts.push([]);
      parts.at(-1)!.push(character);
      last = character;
    }
    return parts.filter((part) => part.length > 0).map(runOf);
  });
}

function runOf(characters: readonly RecognisedCharacter[]): Run {
  const [head, tail] = [characters[0]!.region, characters.at(-1)!.region];
  return {
    characters,
    text: textOf(characters),
    x: head.x,
    y: head.y + head.height / 2,
    height: head.height,
    left: head.x,
    right: tail.x + tail.width,
  };
}

/** The run of the other page at this run's place: the one of most text in common among those that begin or end there. */
function partner(
  run: Run,
  first: RecognisedPage,
  second: RecognisedPage,
  { map, bands }: PageAlignment,
  others: ReadonlySet<Run>,
): Run | null {
  const [unitA, unitB] = [Math.max(first.width, first.height), Math.max(second.width, second.height)];
  const at = (x: number, y: number) => {
    const [u, v] = [(x - first.width / 2) / unitA, (y - first.height / 2) / unitA];
    return { x: mapX(map, u, v) * unitB + second.width / 2, y: mapY(map, u, v) * unitB + second.height / 2 };
  };
  const [start, end] = [at(run.left, run.y), at(run.right, run.y)];
  const amounts = [...new Set(bands.moved)].map((amount) => amount * unitB);
  let best: { other: Run; off: number } | null = null;
  for (const other of others) {
    const sideways = Math.min(Math.abs(other.left - start.x), Math.abs(other.right - end.x)) / other.height;
    const down = Math.min(...amounts.map((amount) => Math.abs(other.y - start.y - amount))) / other.height;
    if (sideways > 1 || down > 0.7) continue;
    const off = sideways + down + (other.text === run.text ? -1 : 0);
    if (best === null || off < best.off) best = { other, off };
  }
  return best?.other ?? null;
}

/** What is left of two runs without what they begin and end with in common. */
function changes(run: Run, match: Run | null) {
  if (match === null) return [{ before: run.characters, after: [] as readonly RecognisedCharacter[] }];
  const [a, b] = [run.characters, match.characters];
  const same = (p: RecognisedCharacter, q: RecognisedCharacter) => halfWidth(p.text) === halfWidth(q.text);
  let from = 0;
  while (from < a.length && from < b.length && same(a[from]!, b[from]!)) from++;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from && same(a.at(-1 - tail)!, b.at(-1 - tail)!)) tail++;
  return [{ before: a.slice(from, a.length - tail), after: b.slice(from, b.length - tail) }];
}
