/**
 * Non-aligned double JPEG compression: the page was a JPEG, was cropped or pasted off its grid, and saved again. Blocks of
 * the earlier grid still gather round multiples of its steps, except where something was edited in between.
 *
 * T. Bianchi, A. Piva, "Image forgery localization via block-grained analysis of JPEG artifacts", IEEE TIFS 7(3), 2012
 * (NA-DJPG model: lattice blurred by the second quantisation's error, taken as Gaussian).
 */
import { type Activity, measureActivity } from '../../dct/activity.ts';
import { pixelBlocks } from '../../dct/blocks.ts';
import type { Evidence } from '../../dct/hypothesis.ts';
import { type Claim, judgement, quiet, STATISTICS } from '../../dct/judgement.ts';
import { judgeLayers, type Layer } from '../../dct/layers.ts';
import { unclippedLuma } from '../../dct/reconstruction.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { PageContext, Signal, SignalResult } from '../../signal.ts';
import { quantizationNoise } from './noise.ts';
import { likelyShifts } from './shift.ts';

const FREQUENCIES = ZIGZAG.subarray(0, 28);
/** What a coefficient computed from pixels stands for: next to a point. */
const BIN = 0.3;
const SHIFTS = 2;
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
    const reference = pixelBlocks(luma, 4, 4);
    const activity: Activity = measureActivity(reference, reference);
    const noise = quantizationNoise(component, activity);
    const noises = NOISE_FACTORS.map((factor) => noise.map((sigma) => factor * sigma));
    let best: Layer | null = null;
    for (const { x, y } of likelyShifts(luma, SHIFTS)) {
      const set = pixelBlocks(luma, x, y);
      const evidence: Evidence = {
        set,
        activity: measureActivity(set, reference),
        bins: new Float32Array(64).fill(BIN),
        slack: 0,
        frequencies: FREQUENCIES,
      };
      const layer = judgeLayers(evidence, { noises, leastFit: LEAST_FIT, depth: 1 }, width, height);
      if (layer && layer.primary.fit > (best?.primary.fit ?? 0)) best = layer;
    }
    return best ? judgement(best.map, best.scan, best.primary, CLAIM) : quiet(width, height);
  },
};
