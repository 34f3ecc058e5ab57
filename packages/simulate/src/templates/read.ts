import { clamp, union } from '../picture.ts';
import type { Random } from '../random.ts';
import type { View } from './capture.ts';
import { confused, type ReadingRates, readingRates } from './rates.ts';
import type { ReadCell, ReadCharacter, ReadLine, ReadPage, ReadTable } from './read-types.ts';
import type { PlacedText, TemplatePage } from './types.ts';

interface TrueCharacter {
  readonly text: string;
  /** Left and right edge and baseline on the page. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly cell?: PlacedText['cell'];
}

/**
 * What a reader would make of the page in this view, without a picture: true text with characters misread, lost and put in,
 * boxes moved by the view and shaken, lines joined over small gaps, lines lost. Rates are those of the real reader.
 */
export function readTemplatePage(
  page: TemplatePage,
  view: View,
  random: Random,
  rates: ReadingRates = readingRates[view.capture],
): ReadPage {
  const cells = new Map<ReadCharacter, NonNullable<PlacedText['cell']>>();
  const lines = linesOf(page.texts, random, rates).flatMap((line) => {
    if (random.chance(rates.lineLost)) return [];
    const tilt = random.normal() * rates.shiftY;
    const stretch = random.normal() * rates.shiftX;
    const tall = Math.exp(random.normal() * rates.height);
    const read = line.flatMap((character) =>
      readCharacter(character, view, random, sealed(character, page) ? rates.underSeal : rates),
    );
    if (read.length === 0) return [];
    const own = placed(read, { tilt, stretch, tall }, view, random, rates);
    own.characters.forEach((character, i) => {
      const { cell } = read[i]!;
      if (cell) cells.set(character, cell);
    });
    return own;
  });
  const tables = cells.size > 0 && random.chance(rates.tableFound) ? [tableOf(cells)] : [];
  return { width: view.width, height: view.height, direction: 0, lines, tables };
}

/** Pieces of text on one baseline, joined where the gap between them is small. */
function linesOf(texts: readonly PlacedText[], random: Random, rates: ReadingRates): TrueCharacter[][] {
  const rows = Map.groupBy(texts, ({ y }) => Math.round(y));
  return [...rows.values()].flatMap((row) => {
    const lines: TrueCharacter[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const gap = (piece.x - end) / piece.size;
      if (gap > 2 || !random.chance(joining(gap, rates))) lines.push([]);
      lines.at(-1)!.push(...charactersOf(piece));
      end = piece.x + piece.stops.at(-1)!;
    }
    return lines;
  });
}

/** Probability that text over a gap of so many ems is read as one line. */
const joining = (gap: number, { joined }: ReadingRates): number =>
  gap < 0.4 ? joined.close : gap < 1 ? joined.near : joined.far;

function charactersOf({ text, x, y, size, stops, cell }: PlacedText): TrueCharacter[] {
  return [...text].map((character, i) => ({
    text: character,
    left: x + stops[i]!,
    right: x + stops[i + 1]!,
    y,
    size,
    ...(cell ? { cell } : {}),
  }));
}

function sealed({ left, right, y }: TrueCharacter, { seal }: TemplatePage): boolean {
  return Math.hypot((left + right) / 2 - seal.x, y - seal.y) < seal.diameter / 2;
}

function readCharacter(
  character: TrueCharacter,
  view: View,
  random: Random,
  rates: Pick<ReadingRates, 'misread' | 'lost' | 'added'>,
): (TrueCharacter & { confidence: number })[] {
  const [x, y] = view.toPicture(character.left, character.y);
  if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
  const draw = random.next();
  const sure = { ...character, confidence: 1 - 0.02 * random.next() };
  if (draw < rates.lost) return [];
  if (draw < rates.lost + rates.misread)
    return [{ ...character, text: confused(character.text, random), confidence: random.between(0.4, 0.95) }];
  const width = character.right - character.left;
  const stray = {
    ...character,
    text: confused('', random),
    left: character.right,
    right: character.right + width * 0.4,
    confidence: 0.5,
  };
  return draw > 1 - rates.added ? [sure, stray] : [sure];
}

/** Boxes in the picture; the whole line shares part of its shaking. */
function placed(
  read: readonly (TrueCharacter & { confidence: number })[],
  shake: { tilt: number; stretch: number; tall: number },
  view: View,
  random: Random,
  rates: ReadingRates,
): ReadLine {
  const characters = read.map(({ text, left, right, y, size, confidence }): ReadCharacter => {
    const own = random.normal() * rates.character;
    const dx = (shake.stretch + own) * size;
    const half = (size * rates.boxHeight * shake.tall) / 2;
    const middle = y - 0.36 * size + shake.tilt * size;
    const [x1, y1] = view.toPicture(left + dx, middle - half);
    const [x2, y2] = view.toPicture(right + dx, middle + half);
    const x = clamp(Math.min(x1, x2), 0, view.width - 1);
    const top = clamp(Math.min(y1, y2), 0, view.height - 1);
    const region = {
      x,
      y: top,
      width: Math.max(1, Math.min(view.width, x2) - x),
      height: Math.max(1, Math.min(view.height, y2) - top),
    };
    return { text, confidence, region };
  });
  const [first, last] = [characters[0]!.region, characters.at(-1)!.region];
  return {
    ...summary(characters),
    polygon: [
      { x: first.x, y: first.y },
      { x: last.x + last.width, y: last.y },
      { x: last.x + last.width, y: last.y + last.height },
      { x: first.x, y: first.y + first.height },
    ],
  };
}

function summary(characters: readonly ReadCharacter[]) {
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length,
    region: union(characters.map(({ region }) => region)),
    characters,
  };
}

function tableOf(cells: ReadonlyMap<ReadCharacter, NonNullable<PlacedText['cell']>>): ReadTable {
  const all = [...cells].map(([character, { row, column }]) => ({ character, row, column }));
  const rows = Map.groupBy(all, ({ row }) => row);
  return {
    region: union(all.map(({ character }) => character.region)),
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, own]) =>
        [...Map.groupBy(own, ({ column }) => column)].map(([column, parts]): ReadCell => {
          const characters = parts.map(({ character }) => character);
          return { ...summary(characters), row, column };
        }),
      ),
  };
}
