import { elongation } from './detect/skew.ts';
import type { Networks } from './networks.ts';
import { recognise } from './recognise/index.ts';
import { confidenceOf, type Reading } from './recognise/line.ts';
import { type Strip, upsideDown } from './strips/crop.ts';
import { FLIPPED, upsideDownProbability } from './strips/orientation.ts';

/** Lines by which the page's direction is tried, and their shape: neither single characters nor squeezed. */
const PROBES = 4;
const PROBE_LENGTH = [3, 14] as const;
/** A page whose probes are read with less may stand upside down; digits read fairly well that way. */
const PAGE_SURE = 0.92;

/**
 * Readings of all strips, turned over where the page stands upside down: the classifier is asked only where a few lines read badly.
 */
export async function readUpright(strips: readonly Strip[], networks: Networks) {
  const probes = strips.filter(isProbe).sort(byPrint).slice(0, PROBES);
  const asIs = await recognise(probes, networks);
  const flipped = meanConfidence(asIs) < PAGE_SURE && (await readsBetterTurned(probes, asIs, networks));
  if (flipped) return { flipped, readings: await recognise(strips.map(upsideDown), networks) };
  const known = new Map(asIs.map((reading) => [reading.strip, reading]));
  const rest = await recognise(
    strips.filter((strip) => !known.has(strip)),
    networks,
  );
  return { flipped, readings: [...asIs, ...rest] };
}

const isProbe = ({ rectangle }: Strip) => {
  const length = elongation(rectangle);
  return length >= PROBE_LENGTH[0] && length <= PROBE_LENGTH[1];
};
/** Large print first. */
const byPrint = (a: Strip, b: Strip) => b.rectangle.height - a.rectangle.height || b.width - a.width;

async function readsBetterTurned(
  probes: readonly Strip[],
  asIs: readonly Reading[],
  networks: Networks,
): Promise<boolean> {
  const votes = await upsideDownProbability(probes, networks.orientation);
  if (votes.every((vote) => vote < FLIPPED)) return false;
  return meanConfidence(await recognise(probes.map(upsideDown), networks)) > meanConfidence(asIs);
}

/** 1 of no readings: there is nothing to doubt. */
const meanConfidence = (readings: readonly Reading[]) =>
  readings.length === 0
    ? 1
    : readings.reduce((sum, { characters }) => sum + confidenceOf(characters), 0) / readings.length;
