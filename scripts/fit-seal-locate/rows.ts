import { type SealCandidate, sealCandidates } from '@jianzhen/detector-seal';
import { overlap } from '@jianzhen/evaluate';
import type { SealedPage } from './pages.ts';

export interface Row {
  readonly evidence: SealCandidate['evidence'];
  readonly label: 0 | 1;
}

/** Boxes that share this much are the seal's; below the other they are not, so that a whole outline comes before a part of it. What lies between teaches nothing. */
const SAME = 0.75;
const OTHER = 0.62;

export function rowsOf(page: SealedPage): Row[] {
  return sealCandidates(page.image).flatMap(({ region, evidence, candidate }): Row[] => {
    const best = Math.max(0, ...page.seals.map((seal) => overlap(seal, region)));
    if (best >= SAME) return [{ evidence, label: 1 }];
    if (best > OTHER || (page.slivers && candidate.visible < 0.7)) return [];
    return [{ evidence, label: 0 }];
  });
}
