import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../../text.ts';
import type { TemplateMark, TemplateRule } from '../types.ts';
import { lumaAt, rednessAt } from './ink.ts';
import { logosOf, sealsOf } from './places.ts';
import { rulesOf } from './rules.ts';

/** Longer edge at which lines and marks are looked for, pixels. */
const LINES_AT = 1000;
const MARKS_AT = 250;

/** Lines of print, seals and logos of a page. */
export function marksOf(
  image: RgbImage,
  page: RecognisedPage,
): { rules: TemplateRule[]; marks: TemplateMark[] } {
  const redness = rednessAt(image, MARKS_AT);
  return {
    rules: rulesOf(lumaAt(image, LINES_AT)),
    marks: [...sealsOf(redness), ...logosOf(lumaAt(image, MARKS_AT), redness, page)],
  };
}
