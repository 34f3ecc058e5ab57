import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../text.ts';
import { printedNumbers } from './numbers.ts';
import { type Segment, segmentsOf } from './segments.ts';

export type { Segment };

/** Every run of digits on a page with what it is judged by: what fitting needs. */
export const typographySegments = (image: RgbImage, page: RecognisedPage): Segment[] =>
  segmentsOf(printedNumbers(image, page));
