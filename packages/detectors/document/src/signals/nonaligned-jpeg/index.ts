/**
 * Non-aligned double JPEG compression: the page was a JPEG, was cropped or pasted off its grid, and saved again. Blocks of
 * the earlier grid still gather round multiples of its steps, except where something was edited in between.
 *
 * T. Bianchi, A. Piva, "Image forgery localization via block-grained analysis of JPEG artifacts", IEEE TIFS 7(3), 2012
 * (NA-DJPG model: lattice blurred by the second quantisation's error, taken as Gaussian).
 */
import type { Plane } from '@jianzhen/raster';
import { measureActivity } from '../../dct/activity.ts';
import { type BlockSet, pixelBlocks } from '../../dct/blocks.ts';
import { cellsOfBlocks } from '../../dct/cells.ts';
import { blockRatios, type Evidence } from '../../dct/hypothesis.ts';
import { type Claim, judgement, quiet, STATISTICS } from '../../dct/judgement.ts';
import { findPrimaries, type Primary } from '../../dct/primary.ts';
import { unclippedLuma } from '../../dct/reconstruction.ts';
import { scanRectangles } from '../../dct/scan.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { PageContext, Signal, SignalResult } from '../../signal.ts';
import { quantizationNoise } from './noise.ts';
import { likelyShifts, type Shift } from './shift.ts';

const FREQUENCIES = ZIGZAG.subarray(0, 28);
/** What a coefficient computed from pixels stands for: next to a point. */
const BIN = 0.3;
/** Grey levels between the extremes of a block of print, and of one worth a test. */
const PRINT_RANGE = 24;
const FAINT_RANGE = 2;
/** What clipping took before is given back from noisy blocks, so that more than the quantisation's own error is left. */
const NOISE_FACTORS = [1.6, 1.3, 2];
/** Wrong shifts and tables stay at 0 here (train split). */
const LEAST_FIT = 0.2;

const CLAIM: Claim = {
  code: 'document.nonaligned-jpeg',
  message: {
    zh: '页面裁剪前曾以质量约 {quality} 保存过 JPEG，其错位网格的痕迹在该区域缺失，疑似之后写入。',
    en: 'Before it was cropped, the page was saved as JPEG of quality about {quality}; the traces of that shifted grid are missing in this area, which was probably written afterwards.',
  },
};

export const nonalignedJpeg: Signal = {
  id: 'nonaligned-jpeg',
  source:
    'Bianchi & Piva 2012, Image forgery localization via block-grained analysis of JPEG artifacts; Detection of nonaligned double JPEG compression based on integer periodicity maps',
  statisticNames: STATISTICS,
  applies: (page) => page.image.jpeg !== null && page.image.width >= 64 && page.image.height >= 64,
  run(page: PageContext): SignalResult {
    const { width, height } = page.image;
    const component = page.image.jpeg!.components[0]!;
    const luma = unclippedLuma(component, width, height);
    const reference = pixelBlocks(luma, 4, 4, PRINT_RANGE);
    const activity = measureActivity(reference, reference);
    const noise = quantizationNoise(component, activity);
    const noises = NOISE_FACTORS.map((factor) => noise.map((sigma) => factor * sigma));
    let best: { shift: Shift; primary: Primary } | null = null;
    for (const shift of likelyShifts(luma)) {
      const print = gridEvidence(luma, shift, PRINT_RANGE, reference);
      const primary = findPrimaries(print, noises)[0];
      if (primary && primary.fit >= (best?.primary.fit ?? LEAST_FIT)) best = { shift, primary };
    }
    if (!best) return quiet(width, height);
    const evidence = gridEvidence(luma, best.shift, FAINT_RANGE, reference);
    const map = cellsOfBlocks(evidence.set, blockRatios(evidence, best.primary), width, height);
    return judgement(map, scanRectangles(map), best.primary, CLAIM);
  },
};

function gridEvidence(luma: Plane, shift: Shift, range: number, reference: BlockSet): Evidence {
  const set = pixelBlocks(luma, shift.x, shift.y, range);
  return {
    set,
    activity: measureActivity(set, reference),
    bins: new Float32Array(64).fill(BIN),
    slack: 0,
    frequencies: FREQUENCIES,
  };
}
