import type { PdfPageFacts, Region } from '@jianzhen/evidence';

/** Region in points → page pixels, clipped to the page; null where nothing is left. */
export function toPixels(
  region: Region,
  facts: Pick<PdfPageFacts, 'width' | 'height'>,
  image: { readonly width: number; readonly height: number },
): Region | null {
  const [sx, sy] = [image.width / facts.width, image.height / facts.height];
  const x = Math.max(0, Math.floor(region.x * sx));
  const y = Math.max(0, Math.floor(region.y * sy));
  const right = Math.min(image.width, Math.ceil((region.x + region.width) * sx));
  const bottom = Math.min(image.height, Math.ceil((region.y + region.height) * sy));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

export function area(region: Region): number {
  return region.width * region.height;
}

/** Share of `of` that lies under `by`. */
export function covered(of: Region, by: Region): number {
  const width = Math.min(of.x + of.width, by.x + by.width) - Math.max(of.x, by.x);
  const height = Math.min(of.y + of.height, by.y + by.height) - Math.max(of.y, by.y);
  return width > 0 && height > 0 ? (width * height) / Math.max(area(of), 1e-6) : 0;
}
