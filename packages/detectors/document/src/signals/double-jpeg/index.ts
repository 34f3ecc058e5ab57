/**
 * Aligned double JPEG compression: the page was a JPEG before the edit and kept its grid; edited blocks have lost the
 * traces of the first quantisation.
 *
 * Z. Lin, J. He, X. Tang, C.-K. Tang, "Fast, automatic and fine-grained tampered JPEG image detection via DCT coefficient
 * analysis", Pattern Recognition 42(11), 2009 (posterior of each block from all its frequencies); T. Bianchi, A. Piva,
 * "Image forgery localization via block-grained analysis of JPEG artifacts", IEEE TIFS 7(3), 2012 (A-DJPG model).
 */
import type { JpegImage } from '@jianzhen/raster';
import { measureActivity } from '../../dct/activity.ts';
import { codedBlocks, pixelBlocks } from '../../dct/blocks.ts';
import { cellsOfBlocks } from '../../dct/cells.ts';
import { blockRatios, type Evidence } from '../../dct/hypothesis.ts';
import { judgement, quiet, STATISTICS } from '../../dct/judgement.ts';
import { findPrimaries, type Primary } from '../../dct/primary.ts';
import { type Scan, scanRectangles } from '../../dct/scan.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { CellMap, PageContext, Signal, SignalResult } from '../../signal.ts';

/** Rounding between the two quantisations, and further saves in between. */
const NOISES = [0.5, 1, 1.7];
/** Below this a former table is an accident. */
const LEAST_FIT = 1.5;
const FREQUENCIES = ZIGZAG.subarray(0, 28);

export const doubleJpeg: Signal = {
  id: 'double-jpeg',
  source:
    'Lin, He, Tang & Tang 2009, Fast, automatic and fine-grained tampered JPEG image detection via DCT coefficient analysis; Bianchi & Piva 2012, Image forgery localization via block-grained analysis of JPEG artifacts',
  statisticNames: STATISTICS,
  applies: (page) => page.image.jpeg !== null && page.image.jpeg.components.length > 0,
  run(page: PageContext): SignalResult {
    const { width, height } = page.image;
    const evidence = codedEvidence(page.image.jpeg!, page);
    const primaries = findPrimaries(evidence, NOISES).filter((primary) => primary.fit >= LEAST_FIT);
    let best: { primary: Primary; map: CellMap; scan: Scan } | null = null;
    for (const primary of distinct(primaries)) {
      const map = cellsOfBlocks(evidence.set, blockRatios(evidence, primary), width, height);
      const scan = scanRectangles(map);
      if (!best || scan.score > best.scan.score) best = { primary, map, scan };
    }
    return best ? judgement(best.map, best.scan, best.primary, 'document.double-jpeg') : quiet(width, height);
  },
};

function codedEvidence(jpeg: JpegImage, page: PageContext): Evidence {
  const component = jpeg.components[0]!;
  const set = codedBlocks(component, page.image.width, page.image.height);
  const activity = measureActivity(set, pixelBlocks(page.luma, 4, 4));
  return { set, activity, bins: component.quantization, frequencies: FREQUENCIES };
}

/** The best former table, and the next one that is not its neighbour: a page may have been saved twice before. */
function distinct(primaries: readonly Primary[]): Primary[] {
  const first = primaries[0];
  if (!first) return [];
  const second = primaries.find((p) => p.family !== first.family || Math.abs(p.quality - first.quality) > 4);
  return second ? [first, second] : [first];
}
