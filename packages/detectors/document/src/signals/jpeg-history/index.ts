/**
 * Pixels that were a JPEG before they came to lie in a PNG, TIFF or screenshot: the grid and the quantisation table are
 * found again from the pixels, and every block must still sit on multiples of the former steps. Whatever was written after
 * that JPEG does not.
 *
 * The history of decoded pixels: Z. Fan, R. de Queiroz, "Identification of bitmap compression history: JPEG detection and
 * quantizer estimation", IEEE Trans. Image Processing 12(2), 2003; the test of each block: Bianchi & Piva 2012 (see
 * dct/lattice.ts).
 */
import type { Plane } from '@jianzhen/raster';
import { measureActivity } from '../../dct/activity.ts';
import { pixelBlocks } from '../../dct/blocks.ts';
import { cellsOfBlocks } from '../../dct/cells.ts';
import { emptiestOrigins } from '../../dct/energy.ts';
import { blockRatios, type Evidence } from '../../dct/hypothesis.ts';
import { type Claim, judgement, quiet, STATISTICS } from '../../dct/judgement.ts';
import { findPrimaries } from '../../dct/primary.ts';
import { scanRectangles } from '../../dct/scan.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { PageContext, Signal, SignalResult } from '../../signal.ts';

/** Rounding of pixels to whole grey levels, after colour conversion. */
const NOISES = [0.4, 0.7].map((sigma) => new Float32Array(64).fill(sigma));
/** What a coefficient computed from pixels stands for: next to a point. */
const BIN = 0.3;
/** White rounding error has 64/12; no rounding error has more than 64/4. */
const SLACK = 12;

/** Pages drawn without any JPEG reach 2.2, so much of them being at the limits; JPEGs of quality 98 have 4.7 (train split). */
const LEAST_FIT = 3;
/** Grid origins tried. */
const ORIGINS = 2;
const FREQUENCIES = ZIGZAG.subarray(0, 36);

const CLAIM: Claim = {
  code: 'document.jpeg-history',
  message: {
    zh: '该图像原为质量约 {quality} 的 JPEG，而该区域的像素不符合其量化规律，疑似之后改动。',
    en: 'The picture once was a JPEG of quality about {quality}; the pixels of this area do not fit its quantisation and were probably changed afterwards.',
  },
};

export const jpegHistory: Signal = {
  id: 'jpeg-history',
  source:
    'Fan & de Queiroz 2003, Identification of bitmap compression history; Bianchi & Piva 2012, Image forgery localization via block-grained analysis of JPEG artifacts',
  statisticNames: STATISTICS,
  applies: (page) => page.image.jpeg === null && page.image.track === 'lossless',
  run(page: PageContext): SignalResult {
    const { width, height } = page.image;
    for (const origin of emptiestOrigins(page.luma).slice(0, ORIGINS)) {
      const evidence = pixelEvidence(page.luma, origin & 7, origin >> 3);
      const primary = findPrimaries(evidence, NOISES)[0];
      if (!primary || primary.fit < LEAST_FIT) continue;
      const map = cellsOfBlocks(evidence.set, blockRatios(evidence, primary), width, height);
      return judgement(map, scanRectangles(map), primary, CLAIM);
    }
    return quiet(width, height);
  },
};

function pixelEvidence(luma: Plane, originX: number, originY: number): Evidence {
  const set = pixelBlocks(luma, originX, originY);
  const activity = measureActivity(set, pixelBlocks(luma, (originX + 4) & 7, (originY + 4) & 7));
  return { set, activity, bins: new Float32Array(64).fill(BIN), slack: SLACK, frequencies: FREQUENCIES };
}
