/** The page's text as one run of characters without blanks, in reading order. */
import type { Region } from '@jianzhen/evidence';
import { fold, halfWidth } from '../reading/plain.ts';
import { around } from '../reading/regions.ts';
import type { RecognisedCharacter, RecognisedPage, RecognisedText } from '../text.ts';

export interface StreamLine {
  /** Range in the stream, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Box along the page's text: on a page that lies askew its sides are turned with the lines. */
  readonly place: Region;
}

export interface Stream {
  readonly characters: readonly RecognisedCharacter[];
  /** One UTF-16 unit a character, folded for labels. */
  readonly folded: string;
  /** One UTF-16 unit a character, half-width, for values. */
  readonly plain: string;
  /** Whether a blank or a gap of a character's height parts a character from the one before. */
  readonly gaps: readonly boolean[];
  readonly lines: readonly StreamLine[];
  /** Direction of the text, radians clockwise from the page's right. */
  readonly direction: number;
}

/** Characters beyond the basic plane (rare Han in names) stand as this in the strings; the characters keep them. */
const RARE = '\u3400';
const unit = (text: string): string => (text.length === 1 ? text : RARE);

export function streamOf(texts: readonly RecognisedText[], direction = 0): Stream {
  const characters: RecognisedCharacter[] = [];
  const gaps: boolean[] = [];
  const lines: StreamLine[] = [];
  for (const { characters: all } of texts) {
    const start = characters.length;
    let blank = true;
    let last: Region | null = null;
    for (const character of all) {
      if (character.text.trim() === '') {
        blank = true;
        continue;
      }
      // 一 and dashes are flat: the taller of both says how large the print is.
      const wide =
        last !== null &&
        character.region.x - (last.x + last.width) > Math.max(character.region.height, last.height) * 0.9;
      gaps.push(blank || wide);
      characters.push(character);
      [blank, last] = [false, character.region];
    }
    const place = placeOf(characters.slice(start), direction);
    if (place) lines.push({ start, end: characters.length, place });
  }
  return {
    characters,
    folded: characters.map(({ text }) => unit(fold(text))).join(''),
    plain: characters.map(({ text }) => unit(halfWidth(text))).join(''),
    gaps,
    lines,
    direction,
  };
}

export const pageStream = (page: RecognisedPage): Stream => streamOf(page.lines, page.direction);

/** The box around characters in axes along and across the text; null where there are none. */
export function placeOf(characters: readonly RecognisedCharacter[], direction: number): Region | null {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const onSide = Math.abs(sin) > Math.abs(cos);
  return around(
    characters.map(({ region }) => {
      const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
      const [width, height] = onSide ? [region.height, region.width] : [region.width, region.height];
      return { x: x * cos + y * sin - width / 2, y: y * cos - x * sin - height / 2, width, height };
    }),
  );
}

/** A stretch of the stream as text with single blanks at gaps, and the stream's index of each of its characters (blanks: the next one's). */
export function stretch(
  stream: Stream,
  ranges: readonly (readonly [number, number])[],
): { readonly text: string; readonly indices: readonly number[] } {
  let text = '';
  const indices: number[] = [];
  for (const [start, end] of ranges)
    for (let i = start; i < end; i++) {
      // No blank where a line runs on into the next: numbers and words break there.
      if (stream.gaps[i] && i > start) {
        text += ' ';
        indices.push(i);
      }
      text += stream.plain[i];
      indices.push(i);
    }
  return { text, indices };
}

export const regionOf = (characters: readonly RecognisedCharacter[]): Region | null =>
  around(characters.map(({ region }) => region));
