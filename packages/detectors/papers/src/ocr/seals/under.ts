import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { detectText } from '../detect/index.ts';
import { workingScale } from '../detect/tiles.ts';
import type { OrientedRectangle } from '../geometry/rectangle.ts';
import type { Network } from '../networks.ts';
import { throughRedFilter } from '../strips/seal-ink.ts';
import { sealAreas } from './areas.ts';

/** Widths of an imprint by which its neighbourhood is looked at on both sides, so that lines are seen whole. */
const BESIDE = 1.2;
/** Share of the smaller of two boxes from which they are of the same text. */
const SAME = 0.4;

/** A page with red ink taken out about its seals, and the lines that show there. */
export interface UnderSeals {
  /** All lines of the page: those about the seals as they show without them. */
  readonly rectangles: readonly OrientedRectangle[];
  /** What a line is to be cut from. */
  pageFor(rectangle: OrientedRectangle): RgbImage;
}

/** Print that red imprints lie over: detection misses or mangles such lines, so it looks again with the ink filtered out. */
export async function underSeals(
  page: RgbImage,
  rectangles: readonly OrientedRectangle[],
  detection: Network,
): Promise<UnderSeals> {
  const areas = sealAreas(page);
  if (areas.length === 0) return { rectangles, pageFor: () => page };
  const clear = throughRedFilter(page);
  const found: OrientedRectangle[] = [];
  for (const area of areas) {
    const part = neighbourhood(area, page);
    const seen = await detectText(cut(clear, part), detection, workingScale(page.width, page.height));
    for (const rectangle of seen) {
      const moved = { ...rectangle, cx: rectangle.cx + part.x, cy: rectangle.cy + part.y };
      const edges = extent(moved);
      // Elsewhere the page was seen well; near the part's ends lines may be cut off.
      const margin = Math.min(edges.width, edges.height);
      const whole = edges.x > part.x + margin && edges.x + edges.width < part.x + part.width - margin;
      if (whole && shared(edges, area) > 0 && !found.some((other) => alike(other, moved))) found.push(moved);
    }
  }
  const rest = rectangles.filter((rectangle) => !found.some((other) => alike(rectangle, other)));
  return {
    rectangles: [...rest, ...found],
    pageFor: (rectangle) => {
      const crossing = areas.some((area) => crosses(extent(rectangle), area));
      return crossing || found.some((other) => near(rectangle, other)) ? clear : page;
    },
  };
}

function neighbourhood(area: Region, page: { width: number; height: number }): Region {
  const x = Math.max(0, Math.floor(area.x - BESIDE * area.width));
  const y = Math.max(0, Math.floor(area.y - 0.1 * area.height));
  const right = Math.min(page.width, Math.ceil(area.x + (1 + BESIDE) * area.width));
  const bottom = Math.min(page.height, Math.ceil(area.y + 1.1 * area.height));
  return { x, y, width: right - x, height: bottom - y };
}

function cut(page: RgbImage, { x, y, width, height }: Region): RgbImage {
  const rgb = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((y + row) * page.width + x);
    rgb.set(page.rgb.subarray(from, from + 3 * width), 3 * row * width);
  }
  return { width, height, rgb };
}

function extent({ cx, cy, width, height, angle }: OrientedRectangle): Region {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [w, h] = [width * cos + height * sin, width * sin + height * cos];
  return { x: cx - w / 2, y: cy - h / 2, width: w, height: h };
}

/** Area that two boxes share, in pixels. */
function shared(a: Region, b: Region): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function alike(a: OrientedRectangle, b: OrientedRectangle): boolean {
  const [left, right] = [extent(a), extent(b)];
  return shared(left, right) > SAME * Math.min(left.width * left.height, right.width * right.height);
}

/** Whether a line runs into an imprint from outside; what lies within is mostly the imprint's own. */
function crosses(line: Region, area: Region): boolean {
  const common = shared(line, area) / (line.width * line.height);
  return common > 0.05 && common < 0.7;
}

const near = (a: OrientedRectangle, b: OrientedRectangle): boolean =>
  Math.hypot(a.cx - b.cx, a.cy - b.cy) < 0.3 * Math.min(b.width, b.height);
