import type { MaskCut, markedCells } from '@jianzhen/detector-document';
import { connectedRegions, maskWhere } from '@jianzhen/raster';
import type { ScoredPage } from './pages.ts';
import { extractedOf, truthOf } from './samples.ts';

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toFixed(2)));
const SHARES = range(0, 1, 0.1);
const OFFSETS = range(-3, 3, 0.25);
const HIGHEST = 1.3;

/** A forged page and what of its cells is truly altered, in shares. */
interface Forged {
  readonly cells: Float32Array;
  readonly columns: number;
  readonly truth: Float32Array;
  readonly page: Parameters<typeof markedCells>[3];
}

/** F1 in units of cells, by how high each group of the lower cut reaches: that of all groups from a higher cut on. */
function scoresOf(
  { cells, columns, truth, page }: Forged,
  share: number,
  offset: number,
  peaks: readonly number[],
) {
  const from = share * page.top + offset;
  const { labels, regions } = connectedRegions(
    maskWhere(cells, (cell) => cell >= from),
    columns,
  );
  const groups = Array.from({ length: regions.length + 1 }, () => ({ peak: -Infinity, marked: 0, hit: 0 }));
  let altered = 0;
  for (let i = 0; i < truth.length; i++) {
    altered += truth[i]!;
    if (labels[i] === 0) continue;
    const group = groups[labels[i]!]!;
    group.peak = Math.max(group.peak, cells[i]!);
    group.marked++;
    group.hit += truth[i]!;
  }
  return peaks.map((peak) => {
    let hit = 0;
    let marked = 0;
    for (const group of groups) {
      if (group.peak < peak * page.top + offset) continue;
      hit += group.hit;
      marked += group.marked;
    }
    return marked + altered === 0 ? 1 : (2 * hit) / (marked + altered);
  });
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
  const all = pages.flatMap(({ sample, cells, statistics }, i): Forged[] => {
    if (!sample.label) return [];
    const page = { top: statistics['cells.top-0.1%']!, probability: probabilities[i]!, suspicious };
    return [{ cells, columns: extractedOf(sample).columns, truth: truthOf(sample), page }];
  });
  // Pages below the suspicious point have no marks, wherever the cut is.
  const forged = all.filter(({ page }) => page.probability >= suspicious);
  let best = { share: 0, peak: 0, offset: 0 };
  let bestF1 = -1;
  let single = 0;
  for (const share of SHARES) {
    const peaks = range(share, HIGHEST, 0.1);
    for (const offset of OFFSETS) {
      const sums = peaks.map(() => 0);
      for (const one of forged)
        scoresOf(one, share, offset, peaks).forEach((f1, k) => {
          sums[k]! += f1;
        });
      single = Math.max(single, sums[0]!);
      sums.forEach((sum, k) => {
        if (sum <= bestF1) return;
        bestF1 = sum;
        best = { share, peak: peaks[k]!, offset };
      });
    }
  }
  const mean = (sum: number) => (sum / all.length).toFixed(3);
  console.error(
    `  mask: mean F1 in cells ${mean(bestF1)} with ${JSON.stringify(best)}; ${mean(single)} with one cut`,
  );
  return best;
}
