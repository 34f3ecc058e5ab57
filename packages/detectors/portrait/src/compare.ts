/** One person on two pictures, by the distance of their descriptors (D. E. King 2017, "High Quality Face Recognition with Deep Metric Learning"). */
import type { RgbImage } from '@jianzhen/raster';
import { describeFace } from './describe.ts';
import { reason } from './messages.ts';
import type { FaceNetworks } from './open.ts';
import type { Face, PortraitResult } from './types.ts';

/** As published with the network: 99.38% of the pairs of LFW are told right at this distance. Not measured here. */
export const PUBLISHED_THRESHOLD = 0.6;
/** Distance in which the odds change by a factor of e. An assumption: no labelled pairs of cards and selfies are public. */
const SCALE = 0.05;
/** No distance says more than this. */
const SUREST = 0.98;
/** Distances so near the threshold are left to a person. */
const BORDERLINE = 0.05;

/** Euclidean. @throws RangeError for descriptors of two lengths */
export function distanceOf(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`descriptors of ${a.length} and ${b.length} numbers`);
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}

/** A curve that falls with the distance and is ½ at the threshold. */
export const samePerson = (distance: number, threshold: number): number =>
  Math.min(SUREST, Math.max(1 - SUREST, 1 / (1 + Math.exp((distance - threshold) / SCALE))));

const shown = ({ descriptor: _, ...face }: Face) => face;

export function compareFaces(card: Face, selfie: Face, threshold = PUBLISHED_THRESHOLD): PortraitResult {
  const distance = distanceOf(card.descriptor, selfie.descriptor);
  const same = distance <= threshold;
  const values = { distance: distance.toFixed(2), threshold: threshold.toFixed(2) };
  return {
    distance,
    threshold,
    verdict: same ? 'same' : 'different',
    samePerson: samePerson(distance, threshold),
    card: shown(card),
    selfie: shown(selfie),
    reasons: [
      reason(same ? 'portrait.near' : 'portrait.far', values),
      ...(Math.abs(distance - threshold) < BORDERLINE ? [reason('portrait.borderline')] : []),
      reason('portrait.advice-only'),
    ],
  };
}

/**
 * @param card a page with an ID card on it, upright or turned
 * @throws CodedError `portrait.no-face`, `portrait.several-faces`, `portrait.too-small`, `portrait.too-blurred`
 */
export async function comparePortraits(
  card: RgbImage,
  selfie: RgbImage,
  networks: FaceNetworks,
  threshold = PUBLISHED_THRESHOLD,
): Promise<PortraitResult> {
  const first = await describeFace(card, 'card', networks);
  return compareFaces(first, await describeFace(selfie, 'selfie', networks), threshold);
}
