import { type MaskCut, markedCells } from '@jianzhen/detector-document';
import type { ScoredPage } from './pages.ts';
import { truthOf } from './samples.ts';

const SHARES = Array.from({ length: 11 }, (_, i) => i / 10);
const OFFSETS = Array.from({ length: 49 }, (_, i) => -8 + 0.25 * i);

/** F1 in units of cells; altered shares count as fractions. */
function cellF1(marks: Float32Array, truth: Float32Array): number {
  let hit = 0;
  let marked = 0;
  let altered = 0;
  for (let i = 0; i < truth.length; i++) {
    altered += truth[i]!;
    if (marks[i]! < 0) continue;
    marked++;
    hit += truth[i]!;
  }
  return marked + altered === 0 ? 1 : (2 * hit) / (marked + altered);
}

/**
 * Where to cut, by search on held-out pages: mean F1 over forged ones, as the mask that the detector would give.
 * @param probabilities calibrated, of each page
 */
export function fitMask(
  pages: readonly ScoredPage[],
  probabilities: readonly number[],
  suspicious: number,
): MaskCut {
  const forged = pages.flatMap(({ sample, cells, statistics }, i) =>
    sample.label
      ? [
          {
            cells,
            truth: truthOf(sample),
            page: { top: statistics['cells.top-0.1%']!, probability: probabilities[i]!, suspicious },
          },
        ]
      : [],
  );
  const meanF1 = (cut: MaskCut) =>
    forged.reduce((sum, { cells, truth, page }) => sum + cellF1(markedCells(cells, cut, page), truth), 0) /
    forged.length;
  let best = { share: 0, offset: 0 };
  let bestF1 = -1;
  for (const share of SHARES) {
    for (const offset of OFFSETS) {
      const f1 = meanF1({ share, offset });
      if (f1 <= bestF1) continue;
      bestF1 = f1;
      best = { share, offset };
    }
  }
  console.error(`  mask: mean F1 in cells ${bestF1.toFixed(3)} with ${JSON.stringify(best)}`);
  return best;
}
