import { type Ensemble, logOdds, type Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { SCORES } from '../confirm.ts';
import type { LocatedSeal } from '../types.ts';
import { boxOf, onPage } from './box.ts';
import { findCandidates } from './candidates.ts';
import { type Candidate, type Evidence, measure } from './evidence.ts';
import { halved, inkMaps } from './maps.ts';
import model from './model.json' with { type: 'json' };
import { refineEllipse } from './refine.ts';
import { roundShape } from './shape.ts';
import { withoutTwins } from './twins.ts';

/** What may be a seal, with what speaks for and against it: what the trees are fitted on. */
export interface SealCandidate {
  readonly region: Region;
  readonly evidence: Evidence;
  readonly candidate: Candidate;
}

export interface LocateOptions {
  /** Least score of a seal, 0–1; that of a coloured one unless told. */
  readonly threshold?: number;
}

const TREES: Ensemble = model;

export function sealCandidates(image: RgbImage): SealCandidate[] {
  const fine = inkMaps(image);
  return findCandidates(fine, halved(fine)).map((candidate) => ({
    region: boxOf(onPage(candidate.ellipse, candidate.maps.factor), candidate.square, image),
    evidence: measure(candidate),
    candidate,
  }));
}

/** Finds the seals on a page, the surest first: red, blue, purple and grey ones, round, elliptical and square. */
export function locateSeals(
  image: RgbImage,
  { threshold = SCORES.coloured }: LocateOptions = {},
): LocatedSeal[] {
  const scored = sealCandidates(image)
    .map((found) => ({ ...found, score: 1 / (1 + Math.exp(-logOdds(TREES, found.evidence))) }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score);
  return withoutTwins(scored, (found) => found).map(({ candidate, evidence, score }) => {
    const { maps, by, square } = candidate;
    const coarse = onPage(candidate.ellipse, maps.factor);
    const ellipse = square ? coarse : refineEllipse(image, maps, by, coarse);
    return {
      region: boxOf(ellipse, square, image),
      ellipse,
      shape: square ? 'square' : roundShape(ellipse),
      colour: colourOf(evidence),
      score,
    };
  });
}

/** Chroma as a share of darkness below which ink has no colour of its own. */
const GREY = 0.14;

function colourOf({ coloured, redness, yellowness }: Evidence): LocatedSeal['colour'] {
  if (coloured! < GREY) return 'grey';
  const hue = (Math.atan2(yellowness!, redness!) * 180) / Math.PI;
  return hue > -45 && hue < 90 ? 'red' : hue <= -45 && hue > -105 ? 'purple' : 'blue';
}
