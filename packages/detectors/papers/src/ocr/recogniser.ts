import type { RgbImage } from '@jianzhen/raster';
import { type Networks, openNetworks } from './networks.ts';
import type { ReaderOptions } from './reader.ts';
import type { DecodedCharacter } from './recognise/ctc.ts';
import { recognise } from './recognise/index.ts';
import { STRIP_HEIGHT } from './strips/crop.ts';

/** A strip as read, character by character; `places` are shares of the strip's width. */
export interface StripReading {
  readonly text: string;
  /** By character, 0–1. */
  readonly confidences: readonly number[];
  /** Middle of each character. */
  readonly places: readonly number[];
  /** What else each character could be, most probable first; empty where nothing else can. */
  readonly alternatives: readonly DecodedCharacter['alternatives'][];
}

/**
 * Reads ready-made strips of one line each, 48 pixels high and upright: text that no page's lines are cut from, as around a seal.
 *
 * @throws RangeError for a strip of another height
 * @throws CodedError `papers.reader-unavailable` at the first strip, where the network cannot be loaded
 */
export type StripRecogniser = (strips: readonly RgbImage[]) => Promise<StripReading[]>;

export interface RecogniserOptions extends ReaderOptions {
  /** File of another network than PP-OCRv4's that recognises the same characters. */
  readonly network?: string;
}

/** Opens PP-OCRv4's recognition alone, or one in its place. */
export async function openRecogniser({
  threads = 1,
  guard,
  network,
}: RecogniserOptions = {}): Promise<StripRecogniser> {
  return recogniserWith(await openNetworks(threads, guard, network));
}

/** A recogniser over networks that are open already. */
export const recogniserWith =
  (networks: Networks): StripRecogniser =>
  async (strips) => {
    const other = strips.find(({ height }) => height !== STRIP_HEIGHT);
    if (other) throw new RangeError(`a strip is ${other.height} pixels high, not ${STRIP_HEIGHT}`);
    const readings = await recognise(strips, networks);
    return readings.map(({ strip, characters, padded }) => ({
      text: characters.map(({ text }) => text).join(''),
      confidences: characters.map(({ confidence }) => confidence),
      places: characters.map(({ at }) => Math.min(1, (at * padded) / strip.width)),
      alternatives: characters.map(({ alternatives }) => alternatives),
    }));
  };
