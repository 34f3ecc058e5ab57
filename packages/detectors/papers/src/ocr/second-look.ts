import type { RgbImage } from '@jianzhen/raster';
import { type Networks, timeIsUp } from './networks.ts';
import { recognise } from './recognise/index.ts';
import { confidenceOf, type Reading, type ReadLine } from './recognise/line.ts';
import { mayBeStacked, readStacked } from './stacked.ts';
import { cropStrip, squeezeOf, upsideDown } from './strips/crop.ts';
import { FLIPPED, upsideDownProbability } from './strips/orientation.ts';
import { hasRedInk, throughRedFilter } from './strips/seal-ink.ts';
import { asPageStands } from './turn.ts';

/** A line or character read with less is read again in other ways. */
const UNSURE = 0.8;

/** Share of the natural width below which a strip counts as squeezed. */
const SQUEEZED = 0.95;

const isUnsure = ({ confidence }: { readonly confidence: number }) => confidence < UNSURE;

const isCramped = ({ strip, characters }: Reading) =>
  squeezeOf(strip) < SQUEEZED && characters.some(isUnsure);

/**
 * Lines that read badly are read again: the other way up where the classifier says so, through a red filter where a seal lies over
 * them, at full width where a squeezed line has a doubtful character. The best reading stays.
 */
export async function secondLook(
  readings: readonly Reading[],
  page: RgbImage,
  networks: Networks,
): Promise<Reading[]> {
  if (timeIsUp(networks)) return [...readings];
  const unsure = readings.filter(({ characters }) => confidenceOf(characters) < UNSURE);
  const strips = unsure.map(({ strip }) => strip);
  const votes = await upsideDownProbability(strips, networks.orientation);
  const tries = [
    ...unsure.filter((_, i) => votes[i] >= FLIPPED).map((was) => ({ was, strip: upsideDown(was.strip) })),
    ...readings
      .filter(({ strip, characters }) => characters.some(isUnsure) && hasRedInk(strip))
      .map((was) => ({ was, strip: throughRedFilter(was.strip) })),
    ...readings.filter(isCramped).map((was) => ({ was, strip: cropStrip(page, was.strip.rectangle, 1) })),
  ];
  const again = await recognise(
    tries.map(({ strip }) => strip),
    networks,
  );
  const best = new Map(readings.map((reading) => [reading, reading]));
  for (const [i, { was }] of tries.entries()) {
    if (confidenceOf(again[i].characters) > confidenceOf(best.get(was)!.characters)) best.set(was, again[i]);
  }
  return [...best.values()];
}

/** Lines that still read badly, as characters one below the other where they stand. */
export async function readDownwards(
  readings: readonly Reading[],
  turns: number,
  page: RgbImage,
  networks: Networks,
): Promise<Map<Reading, ReadLine>> {
  const found = new Map<Reading, ReadLine>();
  for (const reading of readings) {
    if (timeIsUp(networks)) break;
    if (confidenceOf(reading.characters) >= UNSURE) continue;
    const upright = asPageStands(reading.strip.rectangle, turns);
    if (!mayBeStacked(upright)) continue;
    const line = await readStacked(page, upright, networks);
    if (line) found.set(reading, line);
  }
  return found;
}
