import { once } from '@jianzhen/evidence';
import type { CodeImage, ReadCode, ReadCodes } from '../types.ts';
import { contains, extentOf, type Point, type Quad } from './geometry.ts';
import { type Gray, grayOf } from './gray.ts';
import { findAcross } from './locate/across.ts';
import type { Finder } from './locate/finders.ts';
import { findTriples } from './locate/triples.ts';
import { isAmong } from './merge.ts';
import type { ReaderFiles } from './open.ts';
import { codeOf, codeOfText } from './reading.ts';
import { type Depth, type Recovered, recover } from './recover.ts';
import { enlarge, fitted, type Level, onOriginal, pyramid, shrink } from './resize.ts';
import { type Suspect, suspectOfHint, suspectOfTriple } from './suspects.ts';
import { openWeChat, type WeChat } from './wechat.ts';
import { FIRST_CALL, type FoundSymbol, openZXing, type ZXing } from './zxing.ts';

export interface ReaderOptions {
  /**
   * `evidence`: dear passes only where something looks like a code that was not read. `thorough`: always. `quick`: the
   * first pass alone.
   */
  readonly effort?: 'quick' | 'evidence' | 'thorough';
  /** Milliseconds after which no further pass is begun. */
  readonly deadlineMs?: number;
}

/** Longest edge on which finder patterns are looked for, and on which WeChat's networks look. */
const EDGE = 2000;
const WECHAT_EDGES = [1200, 700];
/** Sizes on which finder patterns are looked for, each half of the one before. */
const LEVELS = 3;
/** Pixels a module from which on nothing is gained by a larger picture. */
const WIDE = 5;
/** Pixels a side from which on a symbol that ZXing located but could not read may be one. */
const LEAST_HINT = 20;
/** Pictures up to this edge are also looked at twice as large. */
const SMALL = 1100;
/** Triples of finder patterns that are tried on one picture. */
const TRIPLES = 24;

/** Reads codes of the QR family; see {@link ReaderOptions} for what it may cost. */
export async function openReader(files: ReaderFiles, options: ReaderOptions = {}): Promise<ReadCodes> {
  const zxing = await openZXing(files.zxing);
  const weChat = once(async () => openWeChat(await files.weChat()));
  return async (image) => readAll(image, zxing, weChat, options);
}

async function readAll(
  picture: CodeImage,
  zxing: ZXing,
  weChat: () => Promise<WeChat>,
  { effort = 'evidence', deadlineMs = Number.POSITIVE_INFINITY }: ReaderOptions,
): Promise<ReadCode[]> {
  const until = performance.now() + deadlineMs;
  const inTime = () => performance.now() < until;
  const image = grayOf(picture);
  const codes: ReadCode[] = [];
  const hints: Suspect[] = [];
  const take = (symbols: readonly FoundSymbol[], map = (quad: Quad) => quad) => {
    for (const symbol of symbols) {
      const corners = map(symbol.corners);
      if (isAmong(corners, codes)) continue;
      if (symbol.valid) codes.push(codeOf(symbol, corners));
      else if (symbol.format === 'QRCode' && extentOf(corners) >= LEAST_HINT)
        hints.push(suspectOfHint(corners, symbol.size));
    }
  };
  take(await zxing(image, FIRST_CALL));
  if (effort === 'quick') return codes;

  const factor = Math.ceil(Math.max(image.width, image.height) / EDGE);
  const original: Level = { image, scale: 1 };
  let levels = pyramid(factor > 1 ? { image: shrink(image, factor), scale: factor } : original, LEVELS);
  const isOpen = (...points: readonly Point[]) =>
    points.every((point) => !codes.some(({ corners }) => contains(corners, point)));
  /** Makes out what finder patterns and ZXing's hints promise; finder patterns that are not accounted for are left. */
  const search = async (depth: Depth): Promise<Finder[]> => {
    const finders = findAcross(levels).filter(({ centre }) => isOpen(centre));
    const suspects = [...findTriples(finders).slice(0, TRIPLES).map(suspectOfTriple), ...hints];
    for (const suspect of suspects) {
      if (!inTime()) break;
      if (!isOpen(...suspect.points)) continue;
      const found = recover(levelFor(suspect, levels), suspect, depth, until);
      if (!found) continue;
      const [symbol] = await zxing(printed(found), { isPure: true });
      if (symbol?.valid) take([symbol], () => found.corners);
    }
    return finders.filter(({ centre }) => isOpen(centre));
  };
  let left = await search('flat');
  const isSuspect = () =>
    inTime() && (effort === 'thorough' || left.length > 1 || hints.some(({ points }) => isOpen(...points)));
  if (!isSuspect()) return codes;
  if (factor > 1 || Math.max(image.width, image.height) <= SMALL) {
    levels = [factor > 1 ? original : { image: enlarge(image, 2), scale: 0.5 }, ...levels];
    left = await search('flat');
  }
  for (const edge of WECHAT_EDGES) {
    if (!isSuspect()) break;
    const level = fitted(original, edge);
    for (const { text, corners } of (await weChat())(level.image)) {
      const quad = onOriginal(corners, level);
      if (!isAmong(quad, codes)) codes.push(codeOfText(text, quad));
    }
    left = left.filter(({ centre }) => isOpen(centre));
  }
  if (isSuspect()) await search('creased');
  return codes;
}

/** The smallest level on which a module is still wide enough. */
function levelFor({ module }: Suspect, levels: readonly Level[]): Level {
  return levels.findLast(({ scale }) => module / scale >= WIDE) ?? levels[0]!;
}

/** A clean print of a symbol, for ZXing to read. */
function printed({ size, modules }: Recovered): Gray {
  const [scale, quiet] = [4, 4];
  const side = (size + 2 * quiet) * scale;
  const data = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++) {
      if (modules[Math.floor(y / scale) * size + Math.floor(x / scale)])
        data[(y + quiet * scale) * side + x + quiet * scale] = 0;
    }
  return { width: side, height: side, data };
}
