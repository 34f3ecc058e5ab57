import type { Region } from '@jianzhen/evidence';
import type { OfdBox, OfdInspection, OfdPageInfo } from '@jianzhen/raster';
import type { Stamp } from './description.ts';
import { orElse } from './or-else.ts';

export interface StampPlace {
  readonly page: OfdPageInfo;
  /** What is shown of the page, and within that of the stamp, in millimetres of the page's space. */
  readonly area: OfdBox;
  readonly box: OfdBox;
}

/** A seal across the edges of a file's pages has a stamp on each; more than these are looked at by nobody. */
const MAX_STAMPS = 100;

/** Where stamps are to be seen; those on pages that do not exist or cannot be read, or off their page, are left out. */
export function placeStamps(
  ofd: OfdInspection,
  stamps: readonly Stamp[],
  document: string | null,
  pages: readonly OfdPageInfo[],
): readonly StampPlace[] {
  return stamps.slice(0, MAX_STAMPS).flatMap(({ pageId, boundary, clip }) => {
    const page = pages.find((candidate) => candidate.document === document && candidate.id === pageId);
    const area = page && orElse(() => ofd.area(page), null);
    if (!page || !area) return [];
    const shown = clip
      ? intersection(boundary, { ...clip, x: boundary.x + clip.x, y: boundary.y + clip.y })
      : boundary;
    const box = shown && intersection(shown, area);
    return box ? [{ page, area, box }] : [];
  });
}

/** In shares of the page's width and height. */
export function shareOf({ area, box }: StampPlace): Region {
  return {
    x: (box.x - area.x) / area.width,
    y: (box.y - area.y) / area.height,
    width: box.width / area.width,
    height: box.height / area.height,
  };
}

export function intersection(a: OfdBox, b: OfdBox): OfdBox | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
