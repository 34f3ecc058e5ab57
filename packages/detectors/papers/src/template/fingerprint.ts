import type { RgbImage } from '@jianzhen/raster';
import type { PageReading } from '../interpret.ts';
import type { RecognisedPage } from '../text.ts';
import { marksOf } from './marks/index.ts';
import { pictureOf } from './picture.ts';
import { sketchOf } from './sketch/index.ts';
import type { TemplateFingerprint, TemplateMaterial } from './types.ts';
import { fillsOf } from './words/fills.ts';
import { wordsOf } from './words/index.ts';

/** What is known of a page besides its text. Lengths in units of the page's longer edge. */
export type PageMarks = Pick<TemplateMaterial, 'rules' | 'marks' | 'picture'>;

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
  const marks = image
    ? { ...marksOf(image, page), picture: pictureOf(image) }
    : { rules: null, marks: null, picture: null };
  return fingerprintOf(page, marks, reading);
}

/** The same from marks that were found elsewhere. */
export function fingerprintOf(
  page: RecognisedPage,
  { rules, marks, picture }: PageMarks,
  reading: PageReading | null = null,
): TemplateFingerprint {
  const unit = Math.max(page.width, page.height);
  const words = wordsOf(page, reading);
  const [width, height] = [page.width / unit, page.height / unit];
  const material = { width, height, words, fills: fillsOf(page), rules, marks, picture };
  return { sketch: sketchOf(words), material };
}
