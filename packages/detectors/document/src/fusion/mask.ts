import type { Mask } from '@jianzhen/evidence';
import { maskFromCells } from '@jianzhen/raster';
import { type Candidate, CELL } from '../signal.ts';
import { sigmoid } from './model.ts';
import { structuralProbability } from './structure.ts';

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
