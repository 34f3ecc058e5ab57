import type { Region } from '@jianzhen/evidence';
import { fitWithin, type RgbImage, resizeRgb } from '@jianzhen/raster';
import { type Homography, inverted, mapX, mapY } from '../verify/homography.ts';
import type { SwappedRegion } from './regions.ts';

const CHANGED = [224, 49, 49] as const;
const BEYOND = 236;
const GAP = 12;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The first page, and beside it the second laid over the first's frame, with what was exchanged outlined on both. */
export function sideBySide(
  first: RgbImage,
  second: RgbImage,
  map: Homography,
  regions: readonly SwappedRegion[],
  maxEdge: number,
): RgbImage {
  const size = fitWithin(first.width, first.height, maxEdge);
  const left = resizeRgb(first, size.width, size.height);
  const right = laidOver(first, second, map, size);
  const scale = size.width / first.width;
  for (const region of regions) {
    if (region.first) outline(left, scaled(region.first, scale));
    if (region.second) outline(right, scaled(onFirst(region.second, first, second, map), scale));
  }
  return joined(left, right);
}

/** The second page's pixels at the places of the first. */
function laidOver(first: Size, second: RgbImage, map: Homography, size: Size): RgbImage {
  const rgb = new Uint8Array(size.width * size.height * 3).fill(BEYOND);
  const [unitA, unitB] = [Math.max(first.width, first.height), Math.max(second.width, second.height)];
  const step = first.width / size.width;
  for (let y = 0, at = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, at += 3) {
      const [u, v] = [
        ((x + 0.5) * step - first.width / 2) / unitA,
        ((y + 0.5) * step - first.height / 2) / unitA,
      ];
      const px = mapX(map, u, v) * unitB + second.width / 2 - 0.5;
      const py = mapY(map, u, v) * unitB + second.height / 2 - 0.5;
      const [x0, y0] = [Math.floor(px), Math.floor(py)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= second.width || y0 + 1 >= second.height) continue;
      const [fx, fy] = [px - x0, py - y0];
      const from = 3 * (y0 * second.width + x0);
      const under = from + 3 * second.width;
      for (let k = 0; k < 3; k++) {
        const top = second.rgb[from + k]! * (1 - fx) + second.rgb[from + k + 3]! * fx;
        const bottom = second.rgb[under + k]! * (1 - fx) + second.rgb[under + k + 3]! * fx;
        rgb[at + k] = Math.round(top * (1 - fy) + bottom * fy);
      }
    }
  return { ...size, rgb };
}

/** The box on the first page around a region of the second. */
function onFirst({ x, y, width, height }: Region, first: Size, second: Size, map: Homography): Region {
  const back = inverted(map);
  if (back === null) return { x: 0, y: 0, width: 0, height: 0 };
  const [unitA, unitB] = [Math.max(first.width, first.height), Math.max(second.width, second.height)];
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([px, py]) => {
    const [u, v] = [(px! - second.width / 2) / unitB, (py! - second.height / 2) / unitB];
    return [mapX(back, u, v) * unitA + first.width / 2, mapY(back, u, v) * unitA + first.height / 2] as const;
  });
  const [left, top] = [Math.min(...corners.map(([px]) => px)), Math.min(...corners.map(([, py]) => py))];
  const [right, bottom] = [Math.max(...corners.map(([px]) => px)), Math.max(...corners.map(([, py]) => py))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const scaled = ({ x, y, width, height }: Region, scale: number): Region => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

/** A frame of two pixels, two away from the box. */
function outline(image: RgbImage, box: Region): void {
  const [left, top] = [Math.floor(box.x) - 4, Math.floor(box.y) - 4];
  const [right, bottom] = [Math.ceil(box.x + box.width) + 3, Math.ceil(box.y + box.height) + 3];
  for (let y = Math.max(0, top); y <= Math.min(image.height - 1, bottom); y++)
    for (let x = Math.max(0, left); x <= Math.min(image.width - 1, right); x++)
      if (y < top + 2 || y > bottom - 2 || x < left + 2 || x > right - 2)
        image.rgb.set(CHANGED, 3 * (y * image.width + x));
}

function joined(left: RgbImage, right: RgbImage): RgbImage {
  const { width, height } = left;
  const total = 2 * width + GAP;
  const rgb = new Uint8Array(total * height * 3).fill(255);
  for (let y = 0; y < height; y++) {
    rgb.set(left.rgb.subarray(3 * width * y, 3 * width * (y + 1)), 3 * total * y);
    rgb.set(right.rgb.subarray(3 * width * y, 3 * width * (y + 1)), 3 * (total * y + width + GAP));
  }
  return { width: total, height, rgb };
}
