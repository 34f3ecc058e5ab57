import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../../text.ts';
import type { PageAlignment } from '../verify/index.ts';
import { sideBySide } from './picture.ts';
import { encodeRgbPng } from './png.ts';
import { type SwappedRegion, swappedRegions } from './regions.ts';

export type { SwappedRegion } from './regions.ts';

export interface PageWithImage {
  readonly page: RecognisedPage;
  /** Pixels of the page, of the same size. */
  readonly image: RgbImage;
}

export interface TemplateDifference {
  readonly regions: readonly SwappedRegion[];
  /** Both pages side by side in the first one's frame, what was exchanged outlined: a PNG. */
  readonly png: Uint8Array;
}

/** Longer edge of each of the two pictures, pixels. */
const EDGE = 1000;

/** What was exchanged between two pages of one template. @param maxEdge longer edge of each page in the picture, pixels */
export function templateDifference(
  first: PageWithImage,
  second: PageWithImage,
  alignment: PageAlignment,
  maxEdge = EDGE,
): TemplateDifference {
  const regions = swappedRegions(first.page, second.page, alignment);
  const picture = sideBySide(first.image, second.image, alignment.map, regions, maxEdge);
  return { regions, png: encodeRgbPng(picture) };
}
