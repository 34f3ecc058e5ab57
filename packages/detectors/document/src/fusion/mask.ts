import type { Mask } from '@jianzhen/evidence';
import { maskFromCells } from '@jianzhen/raster';
import { type Candidate, CELL } from '../signal.ts';
import { type MaskCut, sigmoid } from './model.ts';
import { structuralProbability } from './structure.ts';

const logit = (probability: number): number => {
  const p = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Math.log(p / (1 - p));
};

/**
 * Log-odds of each cell in the mask; from 0 on it is marked. How high an edit stands differs from page to page far more than
 * within one, so the cut follows the page's own highest cells. A page below the suspicious point has no marks at all.
 * @param cells fused log-odds, given that the page was altered
 * @param top log-odds that a thousandth of the page's cells reaches (`cells.top-0.1%`)
 * @param probability of the page, by its pixels
 */
export function markedCells(
  cells: Float32Array,
  cut: MaskCut,
  page: { readonly top: number; readonly probability: number; readonly suspicious: number },
): Float32Array {
  const from = cut.share * page.top + cut.offset;
  const most = logit(page.probability) - logit(page.suspicious);
  return cells.map((cell) => Math.min(cell - from, most));
}

/** Cell log-odds as a page-size mask; places that the file's structure names are drawn on top. */
export function pageMask(
  scores: Float32Array,
  width: number,
  height: number,
  structural: readonly Candidate[],
): Mask {
  const mask = maskFromCells(scores.map(sigmoid), width, height, CELL);
  for (const candidate of structural) {
    if (!candidate.region) continue;
    const value = Math.round(255 * structuralProbability(candidate));
    const { x, y } = candidate.region;
    const right = Math.min(width, Math.ceil(x + candidate.region.width));
    const bottom = Math.min(height, Math.ceil(y + candidate.region.height));
    for (let row = Math.max(0, Math.floor(y)); row < bottom; row++) {
      for (let i = row * width + Math.max(0, Math.floor(x)); i < row * width + right; i++) {
        mask.data[i] = Math.max(mask.data[i]!, value);
      }
    }
  }
  return mask;
}
