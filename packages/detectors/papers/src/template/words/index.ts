import type { Field } from '../../fields/types.ts';
import type { PageReading } from '../../interpret.ts';
import type { RecognisedCharacter, RecognisedPage } from '../../text.ts';
import type { TemplateWord, WordRole } from '../types.ts';
import { flowingLines } from './flow.ts';
import { type ListCharacters, listsOf } from './lists.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { isKnownLabel, labelAtEnd, labelAtStart } from './roles.ts';

/**
 * Characters this much higher than the page's usual ones, nearly as high as its highest, and this much farther apart make a heading:
 * a reader's boxes are higher on one line than on the next, where characters are as far apart.
 */
const HEADING = 1.3;
const NEARLY = 0.75;
const APART = 1.15;
/** Text before a colon longer than this is a value and its label, or a sentence. */
const LONGEST_LABEL = 9;
/** Words of a page at most; a page of running text has some eighty. */
const MOST_WORDS = 200;

/** The page's words with their places. Lengths in units of the longer edge. */
export function wordsOf(page: RecognisedPage, reading: PageReading | null): TemplateWord[] {
  const left = new Set((reading?.fields ?? []).filter(isPersonal).flatMap(({ characters }) => characters));
  const lists = listsOf(page);
  const heading = { height: headingHeight(page), pitch: APART * usualPitch(page) };
  const unit = Math.max(page.width, page.height);
  const flowing = flowingLines(page);
  const words: TemplateWord[] = [];
  for (const line of page.lines) {
    for (const piece of piecesOf(line, left).flatMap(atLabels)) {
      const role = flowing.has(line) ? 'flow' : roleOf(piece, lists, heading);
      words.push(placed(piece, role, unit));
    }
  }
  return words.slice(0, MOST_WORDS);
}

/** Issuers stand on every page of their forms, in the heading, and no label leads to them. */
const isPersonal = ({ type, label }: Field): boolean => type !== 'organisation' || label !== null;

function headingHeight({ lines }: RecognisedPage): number {
  const heights = lines
    .flatMap(({ characters }) => characters.map(({ region }) => region.height))
    .sort((a, b) => a - b);
  const largest = heights[Math.floor(0.98 * heights.length)] ?? 1;
  return Math.max(HEADING * (heights[heights.length >> 1] ?? 1), NEARLY * largest);
}

/** Least height and distance of a heading's characters, pixels. */
interface Heading {
  readonly height: number;
  readonly pitch: number;
}

/** Distance of neighbouring characters, median, pixels. */
function usualPitch({ lines }: RecognisedPage): number {
  const pitches = lines
    .flatMap(({ characters }) =>
      characters.slice(1).map((next, i) => middleX(next) - middleX(characters[i]!)),
    )
    .sort((a, b) => a - b);
  return pitches[pitches.length >> 1] ?? 0;
}

const middleX = ({ region }: RecognisedCharacter): number => region.x + region.width / 2;

/** Label and value that nothing parts: `姓名张三`, `张三性别：`. */
function atLabels(piece: Piece): Piece[] {
  const { text, characters } = piece;
  const part = (from: number, to: number, own: Partial<Piece>): Piece => ({
    ...piece,
    text: text.slice(from, to),
    characters: characters.slice(from, to),
    ...own,
  });
  if (piece.beforeColon) {
    const length = text.length > LONGEST_LABEL ? labelAtEnd(text) : 0;
    if (length === 0) return [piece];
    const at = text.length - length;
    const value = part(0, at, { beforeColon: false, afterColon: true });
    return [...(at >= 2 ? [value] : []), part(at, text.length, {})];
  }
  const length = piece.afterColon ? 0 : labelAtStart(text);
  if (length < 2 || text.length - length < 2) return [piece];
  return [part(0, length, {}), part(length, text.length, {})];
}

function roleOf(piece: Piece, lists: ListCharacters, heading: Heading): WordRole {
  if (lists.entries.has(piece.characters[0]!)) return 'value';
  const heights = piece.characters.map(({ region }) => region.height).sort((a, b) => a - b);
  const pitch = (middleX(piece.characters.at(-1)!) - middleX(piece.characters[0]!)) / (heights.length - 1);
  if (heights[heights.length >> 1]! >= heading.height && pitch >= heading.pitch) return 'title';
  if (isKnownLabel(piece.text) || lists.headers.has(piece.characters[0]!)) return 'label';
  if (piece.beforeColon && piece.text.length <= LONGEST_LABEL) return 'label';
  return piece.afterColon ? 'value' : 'plain';
}

function placed({ text, characters }: Piece, role: WordRole, unit: number): TemplateWord {
  const [first, last] = [characters[0]!.region, characters.at(-1)!.region];
  const heights = characters.map(({ region }) => region.height).sort((a, b) => a - b);
  return {
    text,
    role,
    x1: (first.x + first.width / 2) / unit,
    y1: (first.y + first.height / 2) / unit,
    x2: (last.x + last.width / 2) / unit,
    y2: (last.y + last.height / 2) / unit,
    size: heights[heights.length >> 1]! / unit,
  };
}
