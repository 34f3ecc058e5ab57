import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { boxOf, onPage } from './box.ts';
import { findCandidates } from './candidates.ts';
import { type Candidate, type Evidence, measure } from './evidence.ts';
import { halved, inkMaps } from './maps.ts';

/** What may be a seal, with what speaks for and against it: what the trees are fitted on. */
export interface SealCandidate {
  readonly region: Region;
  readonly evidence: Evidence;
  readonly candidate: Candidate;
}

export function sealCandidates(image: RgbImage): SealCandidate[] {
  const fine = inkMaps(image);
  return findCandidates(fine, halved(fine)).map((candidate) => ({
    region: boxOf(onPage(candidate.ellipse, candidate.maps.factor), candidate.square, image),
    evidence: measure(candidate),
    candidate,
  }));
}
