// M. Liao, Z. Wan, C. Yao, K. Chen, X. Bai, "Real-time Scene Text Detection with Differentiable Binarization" (AAAI 2020), section
// "Deployment": the probability map is binarised at a constant, its components are shrunk kernels of the text lines, and each is
// dilated by D' = A' · r' / L' (eq. 10), the Vatti clipping offset. For a rectangle that is a margin of D' on every side.

import { connectedRegions, type Plane } from '@jianzhen/raster';
import type { Point } from '../../text.ts';
import { convexHull, minimumAreaRectangle, rectangleAt } from '../geometry/hull.ts';
import type { OrientedRectangle } from '../geometry/rectangle.ts';
import { ELONGATED, elongation, pageSkew } from './skew.ts';

export interface TextBox {
  readonly rectangle: OrientedRectangle;
  /** Mean probability within the kernel's rectangle, 0–1. */
  readonly score: number;
}

/** Probability from which a pixel belongs to a kernel. */
const THRESHOLD = 0.3;
/** A kernel with less is not text. */
const LEAST_SCORE = 0.5;
/** r' of eq. 10, as the network was released with. */
const UNCLIP = 1.5;
/** Short side of a kernel in pixels of the map. */
const LEAST_SIDE = 3;
/** Kernels that are looked at, largest first: bounds the time that a page of texture takes; a dense page of print has some hundreds. */
const MOST_KERNELS = 2000;

/** Text lines of a probability map as rectangles in its pixels, angles in [-π/4, π/4]. */
export function textBoxes(map: Plane): TextBox[] {
  const { width, data } = map;
  const binary = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) binary[i] = data[i] > THRESHOLD ? 1 : 0;
  const { labels, regions } = connectedRegions(binary, width);
  const hulls = regions
    .filter((region) => Math.min(region.width, region.height) >= LEAST_SIDE)
    .slice(0, MOST_KERNELS)
    .map((region) => convexHull(outline(labels, width, region)));
  const kernels = hulls.map(minimumAreaRectangle);
  const skew = pageSkew(kernels);
  return kernels
    .map((kernel, i) => (elongation(kernel) < ELONGATED ? rectangleAt(hulls[i], skew) : kernel))
    .filter((kernel) => Math.min(kernel.width, kernel.height) >= LEAST_SIDE)
    .map((kernel) => ({ rectangle: unclip(kernel), score: meanWithin(map, kernel) }))
    .filter(({ score }) => score >= LEAST_SCORE);
}

/** Corners of the outermost pixels on every row of a component. */
function outline(
  labels: Int32Array,
  columns: number,
  region: { x: number; y: number; width: number; height: number; label: number },
): Point[] {
  const points: Point[] = [];
  for (let y = region.y; y < region.y + region.height; y++) {
    const row = labels.subarray(y * columns + region.x, y * columns + region.x + region.width);
    const left = region.x + row.indexOf(region.label);
    const right = region.x + row.lastIndexOf(region.label) + 1;
    points.push({ x: left, y }, { x: right, y }, { x: left, y: y + 1 }, { x: right, y: y + 1 });
  }
  return points;
}

function unclip(kernel: OrientedRectangle): OrientedRectangle {
  const { width, height } = kernel;
  const margin = (width * height * UNCLIP) / (2 * (width + height));
  return { ...kernel, width: width + 2 * margin, height: height + 2 * margin };
}

function meanWithin({ width, height, data }: Plane, kernel: OrientedRectangle): number {
  const [cos, sin] = [Math.cos(kernel.angle), Math.sin(kernel.angle)];
  const reachX = (kernel.width * Math.abs(cos) + kernel.height * Math.abs(sin)) / 2;
  const reachY = (kernel.width * Math.abs(sin) + kernel.height * Math.abs(cos)) / 2;
  const right = Math.min(width, Math.ceil(kernel.cx + reachX));
  const bottom = Math.min(height, Math.ceil(kernel.cy + reachY));
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, Math.floor(kernel.cy - reachY)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(kernel.cx - reachX)); x < right; x++) {
      const [dx, dy] = [x + 0.5 - kernel.cx, y + 0.5 - kernel.cy];
      if (Math.abs(dx * cos + dy * sin) > kernel.width / 2) continue;
      if (Math.abs(dy * cos - dx * sin) > kernel.height / 2) continue;
      sum += data[y * width + x];
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
