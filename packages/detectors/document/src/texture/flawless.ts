import type { PageContext } from '../signal.ts';
import { FAR, type TexturePlanes, texturePlanes } from './planes.ts';

/** Share of bare paper without any noise from which on a page counts as drawn by software. */
const FLAT_SHARE = 0.995;
/** Residual below which a pixel carries no noise. */
const FLAT_RESIDUAL = 0.17;

const cache = new WeakMap<PageContext, boolean>();

/**
 * Whether the page was never captured: a screenshot or an export, its paper flat to the last pixel right up to the letters.
 * Noise and sharpness there are those of fonts, and say nothing of edits. Scans clipped to white have ringing or dust.
 */
export function isFlawless(page: PageContext): boolean {
  const known = cache.get(page);
  if (known !== undefined) return known;
  const flawless = flatShare(texturePlanes(page)) >= FLAT_SHARE;
  cache.set(page, flawless);
  return flawless;
}

/** Share of bare paper's pixels, of every other one, that carry no noise; 0 without bare paper. */
function flatShare({ residual, distance }: TexturePlanes): number {
  let paper = 0;
  let flat = 0;
  for (let i = 0; i < residual.length; i += 2) {
    if (distance[i]! < FAR) continue;
    paper++;
    if (Math.abs(residual[i]!) < FLAT_RESIDUAL) flat++;
  }
  return paper === 0 ? 0 : flat / paper;
}
