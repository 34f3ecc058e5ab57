/**
 * Aligned double JPEG compression: the page was a JPEG before the edit and kept its grid; edited blocks have lost the
 * traces of the first quantisation.
 *
 * Z. Lin, J. He, X. Tang, C.-K. Tang, "Fast, automatic and fine-grained tampered JPEG image detection via DCT coefficient
 * analysis", Pattern Recognition 42(11), 2009 (each block judged by all its frequencies together); T. Bianchi, A. Piva,
 * "Image forgery localization via block-grained analysis of JPEG artifacts", IEEE TIFS 7(3), 2012 (A-DJPG model).
 */
import type { JpegImage } from '@jianzhen/raster';
import { measureActivity } from '../../dct/activity.ts';
import { codedBlocks, pixelBlocks } from '../../dct/blocks.ts';
import type { Evidence } from '../../dct/hypothesis.ts';
import { type Claim, judgement, quiet, STATISTICS } from '../../dct/judgement.ts';
import { judgeLayers } from '../../dct/layers.ts';
import { LEAST_FIT } from '../../dct/primary.ts';
import { ZIGZAG } from '../../dct/transform.ts';
import type { PageContext, Signal, SignalResult } from '../../signal.ts';

/** Rounding between the two quantisations, and further saves in between. */
const ROUNDING = 0.45;
const LAST = {
  noises: [0.5, 1, 1.7].map((sigma) => new Float32Array(64).fill(sigma)),
  leastFit: LEAST_FIT,
};
/** Error of a save in between, of steps like the present ones: uniform over a step. */
const BETWEEN = 0.29;
/** Seen through such an error, wrong tables stay below 0.13 (train split, 48 pages). */
const EARLIER_FIT = 0.25;
const FREQUENCIES = ZIGZAG.subarray(0, 28);

const CLAIM: Claim = {
  code: 'document.double-jpeg',
  message: {
    zh: '页面其余部分此前曾以质量约 {quality} 保存过 JPEG，而该区域没有这次压缩的痕迹，疑似之后写入。',
    en: 'The rest of the page was once saved as JPEG of quality about {quality}; this area bears no trace of that and was probably written afterwards.',
  },
};

export const doubleJpeg: Signal = {
  id: 'double-jpeg',
  source:
    'Lin, He, Tang & Tang 2009, Fast, automatic and fine-grained tampered JPEG image detection via DCT coefficient analysis; Bianchi & Piva 2012, Image forgery localization via block-grained analysis of JPEG artifacts',
  statisticNames: STATISTICS,
  applies: (page) => page.image.jpeg !== null && page.image.jpeg.components.length > 0,
  run(page: PageContext): SignalResult {
    const { width, height } = page.image;
    const evidence = codedEvidence(page.image.jpeg!, page);
    const between = Float32Array.from(evidence.bins, (step) => Math.hypot(ROUNDING, BETWEEN * step));
    const earlier = { noises: [between], leastFit: EARLIER_FIT };
    const layer = judgeLayers(evidence, { last: LAST, earlier }, width, height);
    return layer ? judgement(layer.map, layer.scan, layer.primary, CLAIM) : quiet(width, height);
  },
};

function codedEvidence(jpeg: JpegImage, page: PageContext): Evidence {
  const component = jpeg.components[0]!;
  const set = codedBlocks(component, page.image.width, page.image.height);
  const activity = measureActivity(set, pixelBlocks(page.luma, 4, 4));
  return { set, activity, bins: component.quantization, slack: 0, frequencies: FREQUENCIES };
}
