import type { RgbImage } from '@jianzhen/raster';
import type { Glyph } from '../glyph.ts';
import type { PrintedNumber } from '../numbers.ts';
import { placingOf } from '../placing.ts';
import { median } from '../robust.ts';
import { CROP, cropsOf } from './crops.ts';

/** What the network is told of each character beside its crops; lengths in the page's usual digit height, all else against its medians. */
export const FACTS = [
  'height',
  'stroke',
  'contrast',
  'red',
  'blue',
  'sharpness',
  'width',
  'touching',
  'place',
  'digits',
  'before',
  'after',
  'joined',
  'followed',
  'foot',
  'head',
  'pixels',
  'size',
  'text contrast',
  'text red',
  'text blue',
  'text sharpness',
  'text height',
  'text',
] as const;
/** Where each character stands, by which others it is compared: ids, ends in the page's usual digit height. */
export const PLACES = [
  'number',
  'line',
  'character',
  'left',
  'right',
  'bottom',
  'number left',
  'number right',
  'size',
] as const;

/** What the network judges a page, or a part of it, by: digits first, then letters and Chinese characters that they are compared with. */
export interface PageTokens {
  readonly count: number;
  readonly digits: readonly Glyph[];
  /** `count` × 2 × 32 × 32 bytes. */
  readonly crops: Uint8Array;
  /** `count` × `FACTS`. */
  readonly facts: Float32Array;
  /** `count` × `PLACES`. */
  readonly places: Float32Array;
}

/** Characters judged together. */
const MOST = 600;
/** Characters beside a number that its digits are compared with. */
const TEXT_NEAR = 3;
const CHARACTER_OF_TEXT = 10;
const NO_NUMBER = -1;
const TWO_CROPS = 2 * CROP * CROP;
const FACT_MOST = 3;

const heightOf = ({ top, bottom }: Glyph) => bottom - top;
const centre = ({ left, right }: Glyph) => (left + right) / 2;
const soft = (sharpness: number) => Math.log(sharpness + 0.02);
const or0 = (value: number) => (Number.isFinite(value) ? value : 0);

interface Token {
  readonly glyph: Glyph;
  readonly number: PrintedNumber;
  /** Among its number's digits; −1 for text. */
  readonly index: number;
  readonly id: number;
}

/**
 * What the network judges a page by, in parts of whole numbers; none of a page without numbers.
 *
 * @param most characters of a part, but for a longer number: comparing each with each takes memory with their square
 */
export function pageTokens(image: RgbImage, numbers: readonly PrintedNumber[], most = MOST): PageTokens[] {
  const usual = usualOf(numbers.flatMap(({ glyphs }) => glyphs));
  const feet = feetOf(numbers);
  const seen = new Set<unknown>();
  const parts: Token[][] = [];
  for (const [id, number] of numbers.entries()) {
    const own = charactersOf(number, id, seen);
    const last = parts.at(-1);
    if (last && last.length + own.length <= most) last.push(...own);
    else parts.push(own);
  }
  return parts.map((part) => {
    // Digits first.
    const tokens = [...part].sort((a, b) => Number(a.index < 0) - Number(b.index < 0));
    const count = tokens.length;
    const crops = new Uint8Array(count * TWO_CROPS);
    const facts = new Float32Array(count * FACTS.length);
    const places = new Float32Array(count * PLACES.length);
    for (const [i, token] of tokens.entries()) {
      const { glyph, number } = token;
      crops.set(cropsOf(image, glyph, number.size, usual.contrast, number.angle), i * TWO_CROPS);
      facts.set(
        factsOf(token, usual, feet).map((value) => Math.max(-FACT_MOST, Math.min(FACT_MOST, or0(value)))),
        i * FACTS.length,
      );
      places.set(placeOf(token, usual.height), i * PLACES.length);
    }
    const digits = tokens.filter(({ index }) => index >= 0).map(({ glyph }) => glyph);
    return { count, digits, crops, facts, places };
  });
}

/** A number's digits, and the letters and Chinese characters next to it that no number before it has taken. */
function charactersOf(number: PrintedNumber, id: number, seen: Set<unknown>): Token[] {
  const near = (number.text?.glyphs ?? [])
    .slice(0, TEXT_NEAR)
    .filter(({ character }) => !seen.has(character));
  for (const { character } of near) seen.add(character);
  return [
    ...number.glyphs.map((glyph, index): Token => ({ glyph, number, index, id })),
    ...near.map((glyph): Token => ({ glyph, number, index: -1, id: NO_NUMBER })),
  ];
}

function usualOf(glyphs: readonly Glyph[]) {
  const of = (measure: (glyph: Glyph) => number) => median(glyphs.map(measure));
  return {
    height: of(heightOf),
    stroke: of(({ stroke }) => stroke),
    contrast: of(({ contrast }) => contrast),
    red: of(({ red }) => red),
    blue: of(({ blue }) => blue),
    sharpness: of(({ sharpness }) => soft(sharpness)),
  };
}

interface Feet {
  readonly slope: number;
  readonly foot: number;
  readonly head: number;
}

/** Where most digits of each line stand and end. */
function feetOf(numbers: readonly PrintedNumber[]): ReadonlyMap<number, Feet> {
  const { slopeAt } = placingOf(numbers);
  return new Map(
    [...Map.groupBy(numbers, ({ line }) => line)].map(([line, members]) => {
      const slope = slopeAt(members[0]!);
      const glyphs = members.flatMap((number) => number.glyphs);
      return [
        line,
        {
          slope,
          foot: median(glyphs.map((glyph) => glyph.bottom - slope * centre(glyph))),
          head: median(glyphs.map((glyph) => glyph.top - slope * centre(glyph))),
        },
      ];
    }),
  );
}

function factsOf(
  { glyph, number, index }: Token,
  usual: ReturnType<typeof usualOf>,
  feet: ReadonlyMap<number, Feet>,
): number[] {
  const { glyphs, adjacent, size, text, line } = number;
  const isDigit = index >= 0;
  const step = (from: number, to: number) => (centre(glyphs[to]!) - centre(glyphs[from]!)) / size;
  const joined = isDigit && index > 0 && adjacent[index]!;
  const followed = isDigit && index + 1 < glyphs.length && adjacent[index + 1]!;
  const { slope, foot, head } = feet.get(line)!;
  const compared = isDigit && text ? text : null;
  return [
    Math.log(heightOf(glyph) / usual.height),
    Math.log(glyph.stroke / usual.stroke),
    Math.log(glyph.contrast / usual.contrast),
    glyph.red - usual.red,
    glyph.blue - usual.blue,
    soft(glyph.sharpness) - usual.sharpness,
    Math.log((glyph.right - glyph.left) / heightOf(glyph)),
    glyph.touching ? 1 : 0,
    isDigit ? index / 8 : 0,
    isDigit ? glyphs.length / 8 : 0,
    joined ? step(index - 1, index) : 0,
    followed ? step(index, index + 1) : 0,
    joined ? 1 : 0,
    followed ? 1 : 0,
    (glyph.bottom - slope * centre(glyph) - foot) / size,
    (glyph.top - slope * centre(glyph) - head) / size,
    Math.log(usual.height / 16),
    Math.log(size / usual.height),
    compared ? Math.log(glyph.contrast) - compared.contrast : 0,
    compared ? glyph.red - compared.red : 0,
    compared ? glyph.blue - compared.blue : 0,
    compared ? soft(glyph.sharpness) - compared.sharpness : 0,
    compared ? Math.log(size / compared.em) : 0,
    compared ? 1 : 0,
  ];
}

function placeOf({ glyph, number, index, id }: Token, unit: number): number[] {
  const isDigit = index >= 0;
  const around = isDigit ? number.box : glyph;
  return [
    id,
    number.line,
    isDigit ? Number(glyph.character.text) : CHARACTER_OF_TEXT,
    glyph.left / unit,
    glyph.right / unit,
    glyph.bottom / unit,
    around.left / unit,
    around.right / unit,
    number.size / unit,
  ];
}
