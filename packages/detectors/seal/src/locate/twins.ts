import type { Region } from '@jianzhen/evidence';
import type { LocatedSeal } from '../types.ts';

/** Shares of a smaller box within another from which both are one seal. */
const WITHIN = 0.7;
/**
 * … unless it is much smaller, lies to one side, and is surely a seal: one stamped across another. Name seals are 16 mm wide and more, the largest
 * round ones 45; what is less than a quarter as wide is a character of the ring.
 */
const ACROSS = { overlap: 0.35, aside: 0.2, score: 0.9, size: 0.25 } as const;

type Outline = Pick<LocatedSeal, 'region' | 'score'>;

/** Of outlines of one seal the first alone. */
export function withoutTwins<T>(found: readonly T[], outlineOf: (one: T) => Outline): T[] {
  const kept: T[] = [];
  for (const one of found)
    if (!kept.some((other) => isTwin(outlineOf(other).region, outlineOf(one)))) kept.push(one);
  return kept;
}

function isTwin(a: Region, { region: b, score }: Outline): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return false;
  const [shared, sizes] = [width * height, [a.width * a.height, b.width * b.height]];
  if (shared / Math.min(...sizes) <= WITHIN) return false;
  const aside = Math.hypot(a.x - b.x + (a.width - b.width) / 2, a.y - b.y + (a.height - b.height) / 2);
  const isAcross =
    score > ACROSS.score &&
    Math.max(b.width, b.height) > ACROSS.size * Math.max(a.width, a.height) &&
    shared / (sizes[0] + sizes[1] - shared) < ACROSS.overlap &&
    aside > ACROSS.aside * Math.max(a.width, a.height, b.width, b.height);
  return !isAcross;
}
