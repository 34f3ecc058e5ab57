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
import { CELL, type CellMap, type PageContext, type Signal, type SignalResult } from '../../signal.ts';
import { requantizationError, standardizeByEnergy } from './residuals.ts';
import { smooth } from './smooth.ts';

const STATISTICS = ['peak', 'score', 'evidence', 'inside', 'outside', 'quality'] as const;
const FREQUENCIES = ZIGZAG.subarray(0, 21);
const LOWEST = 50;
const HIGHEST = 96;
const STEP = 2;
/** A ghost shows against tables this many steps away on either side. */
const REACH = 2;
/** Print: blocks at least this busy, relative to the busiest few. */
const BUSY = 0.1;
const BUSIEST = 0.97;
/** Deviation that a ghost is taken to have; the log-likelihood ratio against a standard normal follows. */
const GHOST = 2;

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
      errors.push({ quality, error: requantizationError(set.set, blocks, steps, FREQUENCIES) });
    }
    let best = { map: empty(width, height), peak: 0, quality: 0 };
    for (let i = REACH; i + REACH < errors.length; i++) {
      const { quality, error } = errors[i]!;
      const below = errors[i - REACH]!.error;
      const above = errors[i + REACH]!.error;
      const dip = error.map((value, j) => (below[j]! + above[j]!) / 2 - value);
      const map = cellsOfBlocks(set.print, standardizeByEnergy(dip, energy), width, height);
      const peak = peakOf(smooth(map));
      if (peak > best.peak) best = { map, peak, quality };
    }
    const map = {
      ...best.map,
      data: smooth(best.map).map((value) => (value === 0 ? 0 : GHOST * Math.abs(value) - GHOST ** 2 / 2)),
    };
    const scan = scanRectangles(map);
    return {
      map,
      statistics: {
        peak: best.peak,
        score: scan.score,
        evidence: -scan.logNfa,
        inside: scan.inside,
        outside: scan.outside,
        quality: best.quality / 100,
      },
      candidates: [],
    };
  },
};

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

function peakOf(map: Float32Array): number {
  let peak = 0;
  for (const value of map) peak = Math.max(peak, Math.abs(value));
  return peak;
}

function empty(width: number, height: number): CellMap {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  return { columns, rows, data: new Float32Array(columns * rows) };
}
