import type { Region } from '@jianzhen/evidence';
import type { OfdBox, OfdPageInfo } from '@jianzhen/raster';
import type { Stamp } from './description.ts';

export interface StampPlace {
  readonly page: OfdPageInfo;
  /** What shows of the stamp, in millimetres of the page's space. */
  readonly box: OfdBox;
}

/** Where stamps are to be seen; those on pages that do not exist, or off their page, are left out. */
export function placeStamps(
  stamps: readonly Stamp[],
  document: string | null,
  pages: readonly OfdPageInfo[],
): readonly StampPlace[] {
  return stamps.flatMap(({ pageId, boundary, clip }) => {
    const page = pages.find((candidate) => candidate.document === document && candidate.id === pageId);
    if (!page) return [];
    const shown = clip
      ? intersection(boundary, { ...clip, x: boundary.x + clip.x, y: boundary.y + clip.y })
      : boundary;
    const box = shown && intersection(shown, page.area);
    return box ? [{ page, box }] : [];
  });
}

/** In shares of the page's width and height. */
export function shareOf({ page: { area }, box }: StampPlace): Region {
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
