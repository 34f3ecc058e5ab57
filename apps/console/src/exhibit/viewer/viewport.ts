import type { Point, Region, Size } from '@jianzhen/evidence';

/** Where a page lies in its window: window = page × scale + (x, y). */
export interface Viewport extends Point {
  readonly scale: number;
}

const MARGIN = 16;
const MAX_SCALE = 16;

function centred(page: Size, window: Size, scale: number): Viewport {
  return { scale, x: (window.width - page.width * scale) / 2, y: (window.height - page.height * scale) / 2 };
}

/** The whole page, as large as the window takes it; a small page at most at four times its size. */
export function fit(page: Size, window: Size): Viewport {
  const room = (length: number) => Math.max(length - 2 * MARGIN, 32);
  const scale = Math.min(room(window.width) / page.width, room(window.height) / page.height, 4);
  return centred(page, window, scale);
}

/** Zooms about a point of the window, which stays over the same spot of the page. */
export function zoomAt(view: Viewport, at: Point, factor: number, page: Size, window: Size): Viewport {
  const smallest = Math.min(fit(page, window).scale, 1) / 2;
  const scale = Math.min(Math.max(view.scale * factor, smallest), MAX_SCALE);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Moves the page, keeping some of it in the window. */
export function pan(view: Viewport, by: Point, page: Size, window: Size): Viewport {
  const clamp = (offset: number, length: number, room: number) => {
    const kept = Math.min(60, length);
    return Math.min(Math.max(offset, kept - length), room - kept);
  };
  return {
    scale: view.scale,
    x: clamp(view.x + by.x, page.width * view.scale, window.width),
    y: clamp(view.y + by.y, page.height * view.scale, window.height),
  };
}

/** Where a region of the page is in the window. */
export function project(view: Viewport, region: Region): Region {
  return {
    x: region.x * view.scale + view.x,
    y: region.y * view.scale + view.y,
    width: region.width * view.scale,
    height: region.height * view.scale,
  };
}

/** Below this a page's print is too small to read. */
const LEGIBLE = 0.75;

/**
 * Shows a region so that it can be read: the window as it is where the region is well visible in it, else the region
 * in the middle, close enough.
 */
export function reveal(view: Viewport, region: Region, page: Size, window: Size): Viewport {
  const box = project(view, region);
  const inside =
    box.x >= 0 && box.y >= 0 && box.x + box.width <= window.width && box.y + box.height <= window.height;
  const large = box.width * box.height >= 0.1 * window.width * window.height;
  if (inside && (large || view.scale >= LEGIBLE)) return view;
  const roomy = Math.min(
    (window.width * 0.6) / Math.max(region.width, 1),
    (window.height * 0.6) / Math.max(region.height, 1),
  );
  // Not closer than needed: what lies around a region tells as much as the region.
  const scale = Math.min(roomy, Math.max(view.scale, 1));
  const centre = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  const aimed = { scale, x: window.width / 2 - centre.x * scale, y: window.height / 2 - centre.y * scale };
  return pan(aimed, { x: 0, y: 0 }, page, window);
}
