import type { RgbImage } from '@jianzhen/raster';
import type { PageReading } from '../interpret.ts';
import type { RecognisedPage } from '../text.ts';
import { marksOf } from './marks/index.ts';
import { pictureOf } from './picture.ts';
import { sketchOf } from './sketch/index.ts';
import type { TemplateFingerprint } from './types.ts';
import { fillsOf } from './words/fills.ts';
import { wordsOf } from './words/index.ts';

/**
 * What of a page stays when names and numbers change.
 *
 * @param page what was read on it
 * @param image its pixels, of the same size; null where there are none: rules, seals and the picture are then unknown
 * @param reading its fields, which are left out as somebody's own; null where none were extracted
 */
export function fingerprint(
  page: RecognisedPage,
  image: RgbImage | null,
  reading: PageReading | null = null,
): TemplateFingerprint {
  const unit = Math.max(page.width, page.height);
  const words = wordsOf(page, reading);
  return {
    sketch: sketchOf(words),
    material: {
      width: page.width / unit,
      height: page.height / unit,
      words,
      fills: fillsOf(page),
      ...(image ? marksOf(image, page) : { rules: null, marks: null }),
      picture: image ? pictureOf(image) : null,
    },
  };
}
