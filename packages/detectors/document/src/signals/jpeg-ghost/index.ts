/**
 * JPEG ghosts: a region that was once saved at a lower quality than the rest differs least from itself when it is saved at
 * that quality again; and where the rest was, a region that was not differs most.
 *
 * H. Farid, "Exposing digital forgeries from JPEG ghosts", IEEE Trans. Information Forensics and Security 4(1), 2009. The
 * differences are taken between DCT coefficients (Parseval: the same as between pixels) and normalised against blocks of
 * the same energy, where Farid scales each pixel's over all qualities: print and bare paper differ too much otherwise.
 */
import { type BlockSet, codedBlocks } from '../../dct/blocks.ts';
import { cellsOfBlocks } from '../../dct/cells.ts';
import { scaledTable, TABLE_FAMILIES } from '../../dct/quantization.ts';
import { scanRectangles } from '../../dct/scan.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { PageContext, Signal, SignalResult } from '../../signal.ts';
import { requantizationError, standardizeByEnergy } from './residuals.ts';
import { smooth } from './smooth.ts';

const STATISTICS = ['common', 'lacking', 'having', 'inside', 'outside', 'quality'] as const;
const FREQUENCIES = ZIGZAG.subarray(0, 21);
const LOWEST = 50;
const HIGHEST = 96;
const STEP = 2;
/** A ghost shows against tables this many steps away on either side. */
const REACH = 2;
/** Tables nearer than this to the present one (geometric mean of steps) show the present one's ghost. */
const COARSER = 1.12;
/** Print: blocks at least this busy, relative to the busiest few. */
const BUSY = 0.1;
const BUSIEST = 0.97;
/** Deviation that a ghost is taken to have; the log-likelihood ratio against a standard normal follows. */
const GHOST = 2;
/** Mean dip over its spread at which the whole page has a ghost; without one it stays below 0.6 (train split). */
const COMMON = 0.8;
/** Content that happens to dip gathers to scores of up to 70 on untouched pages (train split). */
const LEAST_SCORE = 90;
/** Standard deviations from its like at which a block dips far. */
const RARE = 3;

export const jpegGhost: Signal = {
  id: 'jpeg-ghost',
  source: 'Farid 2009, Exposing digital forgeries from JPEG ghosts',
  statisticNames: STATISTICS,
  applies: (page) => page.image.jpeg !== null && page.image.jpeg.components.length > 0,
  run(page: PageContext): SignalResult {
    const { width, height } = page.image;
    const component = page.image.jpeg!.components[0]!;
    const set = printedBlocks(codedBlocks(component, width, height));
    const { blocks, energy } = set;
    const errors: { quality: number; error: Float32Array }[] = [];
    for (let quality = LOWEST; quality <= HIGHEST; quality += STEP) {
      const steps = scaledTable(TABLE_FAMILIES[0]!, quality);
      if (meanRatio(steps, component.quantization) < COARSER) break;
      errors.push({ quality, error: requantizationError(set.set, blocks, steps, FREQUENCIES) });
    }
    const dips: Dip[] = [];
    for (let i = REACH; i + REACH < errors.length; i++) {
      const below = errors[i - REACH]!.error;
      const above = errors[i + REACH]!.error;
      dips.push(
        measure(
          errors[i]!.quality,
          errors[i]!.error.map((error, j) => (below[j]! + above[j]!) / 2 - error),
          energy,
        ),
      );
    }
    if (dips.length === 0) return silent(width, height);
    const whole = dips.reduce((a, b) => (b.common > a.common ? b : a));
    const region = dips.reduce((a, b) => (b.rare > a.rare ? b : a));
    const ghost = (dip: Dip, sign: 1 | -1) => {
      const cells = cellsOfBlocks(
        set.print,
        dip.deviations.map((z) => sign * z),
        width,
        height,
      );
      const map = { ...cells, data: smooth(cells).map((z) => (z === 0 ? 0 : GHOST * z - GHOST ** 2 / 2)) };
      return { map, scan: scanRectangles(map), quality: dip.quality };
    };
    // Where the page as a whole dips, what does not is odd; otherwise, what dips.
    const lacking = whole.common >= COMMON ? ghost(whole, -1) : null;
    const having = ghost(region, 1);
    const best = lacking ?? (having.scan.score >= LEAST_SCORE ? having : null);
    if (!best) return silent(width, height);
    return {
      map: best.map,
      statistics: {
        common: whole.common,
        lacking: lacking?.scan.score ?? 0,
        having: having.scan.score >= LEAST_SCORE ? having.scan.score : 0,
        inside: best.scan.inside,
        outside: best.scan.outside,
        quality: best.quality / 100,
      },
      candidates: [],
    };
  },
};

interface Dip {
  readonly quality: number;
  /** Mean dip over its spread: how far the page as a whole has this ghost. */
  readonly common: number;
  /** Share of blocks that dip far below their like. */
  readonly rare: number;
  readonly deviations: Float32Array;
}

function measure(quality: number, dip: Float32Array, energy: Float32Array): Dip {
  const deviations = standardizeByEnergy(dip, energy);
  let sum = 0;
  let squares = 0;
  let rare = 0;
  for (let i = 0; i < dip.length; i++) {
    sum += dip[i]!;
    squares += dip[i]! ** 2;
    if (deviations[i]! > RARE) rare++;
  }
  const n = Math.max(1, dip.length);
  const spread = Math.sqrt(Math.max(1e-6, squares / n - (sum / n) ** 2));
  return { quality, common: sum / n / spread, rare: rare / n, deviations };
}

function meanRatio(steps: ArrayLike<number>, present: ArrayLike<number>): number {
  let sum = 0;
  for (const k of FREQUENCIES) sum += Math.log(steps[k]! / present[k]!);
  return Math.exp(sum / FREQUENCIES.length);
}

function silent(width: number, height: number): SignalResult {
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  return {
    map: { columns, rows, data: new Float32Array(columns * rows) },
    statistics: Object.fromEntries(STATISTICS.map((name) => [name, 0])),
    candidates: [],
  };
}

function printedBlocks(set: BlockSet) {
  const all = Float32Array.from(set.positions, (_, block) => {
    let sum = 0;
    for (let k = 64 * block + 1; k < 64 * block + 64; k++) sum += Math.abs(set.coefficients[k]!);
    return sum / 63;
  });
  const least = BUSY * (all.slice().sort()[Math.floor(BUSIEST * all.length)] ?? 0);
  const blocks = Int32Array.from(all.keys()).filter((block) => all[block]! >= least);
  return {
    set,
    blocks,
    energy: Float32Array.from(blocks, (block) => all[block]!),
    print: { ...set, positions: blocks.map((block) => set.positions[block]!) },
  };
}
