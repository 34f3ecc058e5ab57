import { Worker } from 'node:worker_threads';
import {
  type PageInput,
  runSignals,
  type SignalRun,
  type SignalRunner,
  signalLanes,
} from '@jianzhen/detector-document';
import { luma } from '@jianzhen/raster';
import { reclaimFor } from './reclaim.ts';

const NO_COLOUR = new Uint8Array(0);

/**
 * Runs a page's signals in this thread and a companion at the same time: one file in about half the time. Luma and
 * coefficients are shared, not copied. Where the companion fails, its error ends this thread too, and the pool replaces both.
 */
export function splitRunner(): SignalRunner {
  const companion = new Worker(new URL('./companion.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  return async (page) => {
    const input = withSharedLuma(page);
    const other = new Promise<Omit<SignalRun, 'context'>>((resolve) => companion.once('message', resolve));
    companion.postMessage({ ...input, image: { ...input.image, rgb: NO_COLOUR } } satisfies PageInput);
    const { width, height } = input.image;
    const own = runSignals(input, signalLanes[0], reclaimFor(width * height));
    const { results, timings } = await other;
    return {
      context: own.context,
      results: new Map([...own.results, ...results]),
      timings: { ...own.timings, ...timings },
    };
  };
}

function withSharedLuma(input: PageInput): PageInput {
  const { width, height } = input.image;
  return { ...input, luma: luma(input.image, new Float32Array(new SharedArrayBuffer(4 * width * height))) };
}
