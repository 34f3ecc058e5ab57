import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedCharacter, RecognisedLine } from '../../text.ts';
import {
  corners,
  cornersWithin,
  type OrientedRectangle,
  regionAround,
  regionOver,
} from '../geometry/rectangle.ts';
import { type Strip, squeezeOf } from '../strips/crop.ts';
import type { DecodedCharacter } from './ctc.ts';
import { inkOf } from './ink.ts';
import { characterSpans, relativeWidth } from './spans.ts';
import { withWordSpaces } from './words.ts';

/** A strip as read, its characters at shares of the padded input's width. */
export interface Reading<S extends RgbImage = Strip> {
  readonly strip: S;
  readonly characters: readonly DecodedCharacter[];
  /** Columns of the input that the strip was padded to. */
  readonly padded: number;
}

/** A line with the rectangle that it was read from, which layout goes by. */
export interface ReadLine {
  readonly line: RecognisedLine;
  readonly rectangle: OrientedRectangle;
}

/** Mean confidence of what was read; 0 where nothing was. Spaces say nothing. */
export function confidenceOf(characters: readonly { text: string; confidence: number }[]): number {
  const told = characters.filter(({ text }) => text !== ' ');
  return told.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, told.length);
}

/** What was read with its places on the page; null where nothing was read. */
export function placedLine({ strip, padded, characters }: Reading, page: RgbImage): ReadLine | null {
  const kept = withoutOuterSpaces(characters);
  if (kept.length === 0) return null;
  const { rectangle } = strip;
  const ink = inkOf(strip);
  const scale = rectangle.height / strip.height;
  const stretch = rectangle.width / strip.width;
  const [top, bottom] = [ink.top, ink.bottom].map((row) => row * scale - rectangle.height / 2);
  const centres = kept.map(({ at }) => Math.min(strip.width - 1, at * padded));
  const spans = characterSpans(
    ink,
    centres,
    kept.map(({ text }) => relativeWidth(text)),
    squeezeOf(strip),
  );
  const parted = withWordSpaces(
    kept.map((character, i) => ({ ...character, span: spans[i] })),
    ink,
    squeezeOf(strip),
  );
  const placed = parted.map(({ text, confidence, alternatives, span }): RecognisedCharacter => {
    const [left, right] = [span.left, span.right].map((x) => x * stretch - rectangle.width / 2);
    const region = regionAround(cornersWithin(rectangle, left, top, right, bottom), page);
    return { text, confidence, region, ...(alternatives.length > 0 ? { alternatives } : {}) };
  });
  const line = {
    text: placed.map(({ text }) => text).join(''),
    confidence: confidenceOf(placed),
    region: regionOver(placed.map(({ region }) => region)),
    characters: placed,
    polygon: corners(rectangle),
  };
  return { line, rectangle };
}

function withoutOuterSpaces(characters: readonly DecodedCharacter[]): DecodedCharacter[] {
  const first = characters.findIndex(({ text }) => text !== ' ');
  const last = characters.findLastIndex(({ text }) => text !== ' ');
  return first < 0 ? [] : characters.slice(first, last + 1);
}
