import type { Mask } from '@jianzhen/evidence';
import { type Candidate, CELL } from '../signal.ts';
import { sigmoid } from './model.ts';
import { structuralProbability } from './structure.ts';

/**
 * Cell log-odds as a page-size mask, interpolated bilinearly between cell centres so that regions do not end in steps;
 * places that the file's structure names are drawn on top.
 */
export function cellMask(
  scores: Float32Array,
  columns: number,
  rows: number,
  width: number,
  height: number,
  structural: readonly Candidate[],
): Mask {
  const grey = Float32Array.from(scores, (score) => 255 * sigmoid(score));
  const data = new Uint8Array(width * height);
  const column = new Int32Array(width);
  const share = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const at = Math.min(Math.max((x + 0.5) / CELL - 0.5, 0), columns - 1);
    column[x] = Math.min(Math.floor(at), Math.max(columns - 2, 0));
    share[x] = at - column[x]!;
  }
  const line = new Float32Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const at = Math.min(Math.max((y + 0.5) / CELL - 0.5, 0), rows - 1);
    const top = Math.min(Math.floor(at), Math.max(rows - 2, 0));
    const below = Math.min(top + 1, rows - 1);
    const part = at - top;
    for (let c = 0; c < columns; c++) {
      line[c] = grey[top * columns + c]! * (1 - part) + grey[below * columns + c]! * part;
    }
    line[columns] = line[columns - 1]!;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const c = column[x]!;
      data[i] = line[c]! + (line[c + 1]! - line[c]!) * share[x]! + 0.5;
    }
  }
  for (const candidate of structural) {
    if (!candidate.region) continue;
    const value = Math.round(255 * structuralProbability(candidate));
    const left = Math.max(0, Math.floor(candidate.region.x));
    const right = Math.min(width, Math.ceil(candidate.region.x + candidate.region.width));
    const bottom = Math.min(height, Math.ceil(candidate.region.y + candidate.region.height));
    for (let y = Math.max(0, Math.floor(candidate.region.y)); y < bottom; y++) {
      for (let i = y * width + left; i < y * width + right; i++) data[i] = Math.max(data[i]!, value);
    }
  }
  return { width, height, data };
}
