import type { Region } from '@jianzhen/evidence';

/** A connected set of cells or pixels. */
export interface ConnectedRegion extends Region {
  /** Cells that belong to it. */
  readonly area: number;
  /** Its number in the label map. */
  readonly label: number;
}

export interface LabelledMap {
  /** 0 = background, else a region's label. */
  readonly labels: Int32Array;
  /** Largest first. */
  readonly regions: readonly ConnectedRegion[];
}

/**
 * Eight-connected components of a binary map (anything but 0 is foreground), with bounding boxes in cells.
 *
 * @param columns cells a row; the map's length must be a multiple
 */
export function connectedRegions(map: Uint8Array, columns: number): LabelledMap {
  const labels = new Int32Array(map.length);
  const rows = map.length / columns;
  const stack: number[] = [];
  const regions: ConnectedRegion[] = [];
  for (let seed = 0; seed < map.length; seed++) {
    if (map[seed] === 0 || labels[seed] !== 0) continue;
    const label = regions.length + 1;
    let [left, top, right, bottom, area] = [columns, rows, -1, -1, 0];
    labels[seed] = label;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % columns;
      const y = (at - x) / columns;
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
          const next = v * columns + u;
          if (map[next] === 0 || labels[next] !== 0) continue;
          labels[next] = label;
          stack.push(next);
        }
      }
    }
    regions.push({ x: left, y: top, width: right - left + 1, height: bottom - top + 1, area, label });
  }
  return { labels, regions: regions.sort((a, b) => b.area - a.area) };
}

/** A region in cells as a region in pixels, cut at the page's edges. */
export function regionInPixels(region: Region, page: { width: number; height: number }, cell = 8): Region {
  const x = region.x * cell;
  const y = region.y * cell;
  const width = Math.min(page.width - x, region.width * cell);
  const height = Math.min(page.height - y, region.height * cell);
  return { x, y, width, height };
}
