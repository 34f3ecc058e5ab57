// M.-J. Kwon, S.-H. Nam, I.-J. Yu, H.-K. Lee, C. Kim, "Learning JPEG Compression Artifacts for Image Manipulation Detection and
// Localization" (IJCV 2022): quantised coefficients beside the pixels; B. Bayar, M. C. Stamm, "Constrained Convolutional Neural
// Networks" (IEEE TIFS 2018): learned residuals. What is made of both here is our own: training/document.

import { once } from '@jianzhen/evidence';
import { type PageImage, resizeRgb } from '@jianzhen/raster';
import type { SignalRun, SignalRunner } from '../../detector.ts';
import { CELL, type PageContext, type SignalResult } from '../../signal.ts';
import { networkInput } from './input.ts';
import type { Network } from './network.ts';
import { STATISTICS, statistics } from './statistics.ts';

export const LEARNED = 'learned';

/** Log-odds of a cell before anything is known: 2% of a forged page's cells are altered. */
const PRIOR = -4;
/** Below two cells a side there is nothing to compare. */
const LEAST = 2 * CELL;

/**
 * A runner that adds the network's word to what another runner found, under the id `learned`. The network is opened at the first
 * page and runs after the other signals, so that at no time more threads work than it was opened with.
 */
export function withLearned(run: SignalRunner, open: () => Promise<Network>): SignalRunner {
  const network = once(open);
  return async (input): Promise<SignalRun> => {
    const { context, results, timings } = await run(input);
    const started = performance.now();
    const learned = await examine(context, await network());
    return {
      context,
      results: new Map([...results, [LEARNED, learned]]),
      timings: { ...timings, [LEARNED]: performance.now() - started },
    };
  };
}

/**
 * Larger pages are shown to the network at half size, as pixels alone: print is then about as large as what it was trained on,
 * and a photograph of 12 megapixels takes a fourth of the time.
 */
const LARGE = 6_000_000;

function halved(image: PageImage): PageImage {
  const width = Math.ceil(image.width / 2);
  const height = Math.ceil(image.height / 2);
  return { ...image, ...resizeRgb(image, width, height, 'area'), jpeg: null };
}

/** Log-odds of a page at half size for the cells of the whole one. */
function enlarged(logits: Float32Array, columns: number, rows: number): Float32Array {
  const stride = Math.ceil(columns / 2);
  return Float32Array.from(
    { length: columns * rows },
    (_, cell) => logits[(Math.floor(cell / columns) >> 1) * stride + ((cell % columns) >> 1)]!,
  );
}

/** `map`: log-likelihood ratio of a cell; layer `learned.rise`: its log-odds above those that a tenth of the page reaches. */
async function examine(page: PageContext, network: Network): Promise<SignalResult> {
  const { image } = page;
  if (image.track === 'render' || image.width < LEAST || image.height < LEAST) {
    return { map: null, statistics: Object.fromEntries(STATISTICS.map((name) => [name, 0])), candidates: [] };
  }
  const columns = Math.ceil(image.width / CELL);
  const rows = Math.ceil(image.height / CELL);
  const logits =
    image.width * image.height > LARGE
      ? enlarged(await network(networkInput(halved(image))), columns, rows)
      : await network(networkInput(image, page.luma));
  const high = Float32Array.from(logits).sort()[Math.floor(0.9 * logits.length)]!;
  return {
    map: { columns, rows, data: logits.map((value) => value - PRIOR) },
    layers: { rise: logits.map((value) => value - high) },
    statistics: statistics(logits, columns, rows),
    candidates: [],
  };
}
