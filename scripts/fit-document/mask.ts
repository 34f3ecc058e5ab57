import type { TrackModel } from '@jianzhen/detector-document';
import type { ScoredPage } from './pages.ts';
import { truthOf } from './samples.ts';

const CELL_WEIGHTS = [0.6, 1, 1.5];
const PAGE_WEIGHTS = [0, 0.25, 0.5, 1, 1.5];
const OFFSETS = Array.from({ length: 25 }, (_, i) => -8 + 0.5 * i);
/** A genuine page with a flagged cell troubles a reviewer; at most this share of them may have any. */
const GENUINE_FLAGGED = 0.1;

/** F1 in units of cells; altered shares count as fractions. */
function cellF1(page: ScoredPage, truth: Float32Array, score: (cell: number) => number): number {
  let hit = 0;
  let flagged = 0;
  let altered = 0;
  for (let i = 0; i < truth.length; i++) {
    altered += truth[i]!;
    if (score(page.cells[i]!) < 0) continue;
    flagged++;
    hit += truth[i]!;
  }
  return flagged + altered === 0 ? 1 : (2 * hit) / (flagged + altered);
}

/** Weights and threshold of the mask by search on held-out pages: mean F1 over forged ones, genuine ones nearly free of marks. */
export function fitMask(pages: readonly ScoredPage[], scores: Float32Array): TrackModel['mask'] {
  const truths = pages.map(({ sample }) => (sample.label ? truthOf(sample) : null));
  let best = { cellWeight: 1, pageWeight: 0, offset: 0 };
  let bestF1 = -1;
  for (const cellWeight of CELL_WEIGHTS) {
    for (const pageWeight of PAGE_WEIGHTS) {
      for (const offset of OFFSETS) {
        const score = (i: number) => (cell: number) => cell * cellWeight + scores[i]! * pageWeight + offset;
        let sum = 0;
        let forged = 0;
        let marked = 0;
        pages.forEach((page, i) => {
          const truth = truths[i];
          if (truth) {
            forged++;
            sum += cellF1(page, truth, score(i));
          } else if (score(i)(page.statistics['cells.peak'] ?? 0) >= 0) marked++;
        });
        const f1 = sum / forged;
        if (f1 <= bestF1 || marked / (pages.length - forged) > GENUINE_FLAGGED) continue;
        bestF1 = f1;
        best = { cellWeight, pageWeight, offset };
      }
    }
  }
  console.error(`  mask: mean F1 in cells ${bestF1.toFixed(3)} with ${JSON.stringify(best)}`);
  return best;
}
