/**
 * The page's 8 × 8 grid, and where it is another or missing.
 *
 * T. Nikoukhah, J. Anger, M. Colom, J.-M. Morel, R. Grompone von Gioi, "ZERO: a local JPEG grid origin detector based on
 * the number of DCT zeros and its applications in image forensics", Image Processing On Line 11, 2021.
 */
import type { JpegImage } from '@jianzhen/raster';
import { logBinomialTail } from '../../dct/binomial.ts';
import { type GridVotes, gridVotes } from '../../dct/grid.ts';
import { scanRectangles } from '../../dct/scan.ts';
import { NO_VOTE, SPACING } from '../../dct/votes.ts';
import { CELL, type CellMap, type PageContext, type Signal, type SignalResult } from '../../signal.ts';
import { foreignRegions } from './foreign.ts';

const VOTERS_A_BLOCK = 64 / SPACING ** 2;
/**
 * Mean present step of the frequencies that ZERO counts (zeros.ts), beyond which the last save's own zeros hide every other
 * grid: quality 94 of the standard table. Coarser pages were at chance (train split), and the count is dear.
 */
const COARSEST = 12;
/** −log10 of a number of false alarms is reported up to here. */
const MOST = 300;

export const jpegGrid: Signal = {
  id: 'jpeg-grid',
  source:
    'Nikoukhah, Anger, Colom, Morel & Grompone von Gioi 2021, ZERO: a local JPEG grid origin detector based on the number of DCT zeros',
  statisticNames: ['grid', 'share', 'shifted', 'foreign', 'missing', 'score'],
  applies: ({ image }) =>
    image.track !== 'render' && image.width >= 64 && image.height >= 64 && fineSteps(image.jpeg),
  run(page: PageContext): SignalResult {
    const votes = gridVotes(page.luma);
    const main = mostVoted(votes.tally);
    const share = votes.total > 0 ? votes.tally[main]! / votes.total : 0;
    const evidence = gridEvidence(votes, main);
    const { width, height } = page.image;
    const foreign = foreignRegions(votes, evidence > 0 ? main : -1);
    // Without a grid of its own the page has nothing that could be missing.
    const map = evidence > 0 ? gridMap(votes, main, share, width, height) : empty(width, height);
    const scan = scanRectangles(map);
    return {
      map,
      statistics: {
        grid: Math.min(MOST, evidence),
        share: evidence > 0 ? share : 0,
        shifted: evidence > 0 && main !== 0 ? 1 : 0,
        foreign: Math.min(MOST, -(foreign[0]?.logNfa ?? 0)),
        missing: Math.min(MOST, -scan.logNfa),
        score: scan.score,
      },
      candidates: [],
    };
  },
};

function fineSteps(jpeg: JpegImage | null): boolean {
  const steps = jpeg?.components[0]?.quantization;
  if (!steps) return true;
  let sum = 0;
  for (let v = 4; v < 8; v++) for (let u = 4; u < 8; u++) sum += steps[8 * v + u]!;
  return sum <= 16 * COARSEST;
}

function mostVoted(tally: Uint32Array): number {
  let best = 0;
  for (let origin = 1; origin < 64; origin++) if (tally[origin]! > tally[best]!) best = origin;
  return best;
}

/** −log10 of the number of false alarms of the page's main grid (section 2.2); 0 where there is none. */
function gridEvidence(votes: GridVotes, main: number): number {
  const n = Math.floor(votes.total / VOTERS_A_BLOCK);
  const k = Math.floor(votes.tally[main]! / VOTERS_A_BLOCK);
  return Math.max(0, -(Math.log10(64) + logBinomialTail(n, k, 1 / 64)));
}

/** Log-likelihood ratio of each cell's votes, and its neighbours', under chance against the page's own rate of agreement. */
function gridMap(votes: GridVotes, main: number, share: number, width: number, height: number): CellMap {
  const map = empty(width, height);
  const agrees = Math.log(1 / 64 / share);
  const differs = Math.log(63 / 64 / Math.max(1e-3, 1 - share));
  const sums = new Float32Array(map.data.length);
  for (let i = 0; i < votes.origins.length; i++) {
    const origin = votes.origins[i]!;
    if (origin === NO_VOTE) continue;
    const x = i % votes.columns;
    const cell = ((((i - x) / votes.columns) * SPACING) >> 3) * map.columns + ((x * SPACING) >> 3);
    sums[cell] = sums[cell]! + (origin === main ? agrees : differs);
  }
  const data = map.data as Float32Array;
  for (let row = 0; row < map.rows; row++) {
    for (let column = 0; column < map.columns; column++) {
      let sum = 0;
      for (let j = Math.max(0, row - 1); j <= Math.min(map.rows - 1, row + 1); j++) {
        for (let i = Math.max(0, column - 1); i <= Math.min(map.columns - 1, column + 1); i++) {
          sum += sums[j * map.columns + i]!;
        }
      }
      // Voters a few pixels apart share blocks, so that four of a cell count as one.
      data[row * map.columns + column] = sum / VOTERS_A_BLOCK;
    }
  }
  return map;
}

function empty(width: number, height: number): CellMap {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  return { columns, rows, data: new Float32Array(columns * rows) };
}
