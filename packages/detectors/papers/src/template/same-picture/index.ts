import type { PagePicture, TemplateMaterial } from '../types.ts';
import type { PageAlignment } from '../verify/align.ts';
import { probability } from '../verify/calibration.ts';
import type { Features } from '../verify/features.ts';
import { mapX, mapY } from '../verify/homography.ts';
import { correlations } from './patches.ts';

export type PictureFeature = 'bias' | 'fills' | 'ink' | 'inkLow' | 'red' | 'seal';

/** Log-odds that two pages of one template are the same picture; fitted on rendered tuning pages. */
export const PICTURE_WEIGHTS: Features<PictureFeature> = {
  bias: -3.02,
  fills: 5.02,
  ink: 0.29,
  inkLow: 0.46,
  red: 0.47,
  seal: 3.09,
};

export interface PictureComparison {
  /** Probability that both are one scan or rendering of which only some values were exchanged, 0–1. */
  readonly samePicture: number;
  readonly features: Features<PictureFeature>;
}

/**
 * Compares two pages of one template by what is not fixed: values that were left as they were, ink in places of values, the
 * place and wear of the seal. Null where a page's picture is unknown.
 */
export function comparePictures(
  first: TemplateMaterial,
  second: TemplateMaterial,
  alignment: PageAlignment,
): PictureComparison | null {
  if (first.picture === null || second.picture === null) return null;
  const toSecond = (x: number, y: number) => placed(first, second, alignment, x, y);
  const { ink, inkLow, red } = correlations(
    first.picture as PagePicture,
    second.picture as PagePicture,
    toSecond,
  );
  const features: Features<PictureFeature> = {
    bias: 1,
    fills: fillsUnchanged(first, second, toSecond),
    ink,
    inkLow,
    red,
    seal: sealsAgree(first, second, toSecond),
  };
  return { samePicture: probability(PICTURE_WEIGHTS, features), features };
}

type Map = (x: number, y: number) => { x: number; y: number };

/** A place of the first page on the second, both from the top left in units of the longer edges; bands that moved left aside. */
export function placed(
  first: Pick<TemplateMaterial, 'width' | 'height'>,
  second: Pick<TemplateMaterial, 'width' | 'height'>,
  { map }: PageAlignment,
  x: number,
  y: number,
): { x: number; y: number } {
  const [u, v] = [x - first.width / 2, y - first.height / 2];
  return { x: mapX(map, u, v) + second.width / 2, y: mapY(map, u, v) + second.height / 2 };
}

/** Distance in sizes within which a value stands at the place of another. */
const NEAR = 1;

/** Share of values of the first page that stand at their places on the second letter by letter; 0 without values. */
function fillsUnchanged({ fills }: TemplateMaterial, second: TemplateMaterial, toSecond: Map): number {
  if (fills.length === 0) return 0;
  const unchanged = fills.filter(({ hash, x, y }) => {
    const at = toSecond(x, y);
    return second.fills.some(
      (other) => other.hash === hash && Math.hypot(other.x - at.x, other.y - at.y) < NEAR * other.size,
    );
  });
  return unchanged.length / fills.length;
}

/** 1 where the seals lie upon each other, 0 where they lie apart or only one page has one; 0.5 without any. */
function sealsAgree(first: TemplateMaterial, second: TemplateMaterial, toSecond: Map): number {
  const seals = ({ marks }: TemplateMaterial) => (marks ?? []).filter(({ kind }) => kind === 'seal');
  const [own, others] = [seals(first), seals(second)];
  if (own.length === 0 && others.length === 0) return 0.5;
  const apart = own.flatMap(({ x, y, width, height }) => {
    const at = toSecond(x + width / 2, y + height / 2);
    return others.map(
      (other) =>
        Math.hypot(other.x + other.width / 2 - at.x, other.y + other.height / 2 - at.y) / other.width,
    );
  });
  const nearest = Math.min(1, ...apart);
  return Math.max(0, 1 - nearest / 0.12);
}
