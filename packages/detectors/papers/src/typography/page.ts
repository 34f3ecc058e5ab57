import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../text.ts';
import { BESIDES, differencesOf } from './beside.ts';
import { printedNumbers } from './numbers.ts';
import { placingOf } from './placing.ts';
import { digitEffects, pageProperties } from './properties.ts';
import { type Segment, segmentsOf } from './segments.ts';

export type { Segment };

/** Every run of digits on a page with what it is judged by: what fitting needs. */
export const typographySegments = (image: RgbImage, page: RecognisedPage): Segment[] =>
  segmentsOf(printedNumbers(image, page));

/** What a page shows of how digits differ from each other, and numbers from the text beside them. */
export function shownDifferences(image: RgbImage, page: RecognisedPage) {
  const numbers = printedNumbers(image, page);
  const found = differencesOf(numbers, pageProperties(numbers), placingOf(numbers));
  return {
    digits: digitEffects(numbers),
    besides: found.map(({ text: { script }, found: measures }) => ({ script, measures })),
    measures: BESIDES,
  };
}
