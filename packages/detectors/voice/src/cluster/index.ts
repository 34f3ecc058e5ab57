import type { Voiceprint } from '@jianzhen/evidence';
import type { BackEnd } from '../back-end/index.ts';
import { errors } from '../errors.ts';
import { averageLinkage } from './linkage.ts';
import { pairRatios } from './pairs.ts';

/** The table of pairs takes 2 n² bytes: 200 MB. */
export const MOST_RECORDINGS = 10_000;

/**
 * Groups recordings by voice: average linkage on calibrated ratios.
 *
 * @param threshold mean ratio from which two groups are one; the back end's unless told
 * @returns a number a recording, from 1 in the order of first recordings
 * @throws CodedError `voice.models-differ`, `voice.too-many-recordings`
 */
export function clusterVoices(
  backEnd: BackEnd,
  prints: readonly Voiceprint[],
  threshold = backEnd.groupFrom,
): number[] {
  const count = prints.length;
  if (count > MOST_RECORDINGS) throw errors('voice.too-many-recordings', { limit: MOST_RECORDINGS, count });
  return Array.from(averageLinkage(pairRatios(backEnd, prints), threshold), (number) => number + 1);
}
