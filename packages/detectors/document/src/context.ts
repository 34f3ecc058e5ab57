import type { FileFacts } from '@jianzhen/evidence';
import { luma, type PageImage, type Plane } from '@jianzhen/raster';
import type { PageContext } from './signal.ts';

export interface PageInput {
  readonly image: PageImage;
  readonly facts: FileFacts;
  /** 1-based page within the file. */
  readonly page: number;
  /** BT.601 luma of the image, where it is at hand already. */
  readonly luma?: Plane;
}

/** The page as signals see it; the luma plane is made when the first of them asks. */
export function pageContext(input: PageInput): PageContext {
  let cached = input.luma ?? null;
  return {
    ...input,
    get luma() {
      cached ??= luma(input.image);
      return cached;
    },
  };
}
