import type { Fpdf } from './fpdf.ts';
import type { Heap } from './heap.ts';
import type { PointRegion } from './types.ts';

/** [a b c d e f] of ISO 32000-2, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function concatenate(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The axis-aligned box around points. */
export function boxAround(points: readonly (readonly [number, number])[]): PointRegion {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Steps a point into which PDFium's integer device space is divided when it is asked for coordinates. */
const STEPS = 64;

/** User space → points from the page's top left as shown: crop box and rotation are PDFium's to apply. */
export function pageTransform(fpdf: Fpdf, heap: Heap, page: number, width: number, height: number): Matrix {
  const [sizeX, sizeY] = [Math.round(width * STEPS), Math.round(height * STEPS)];
  const at = (x: number, y: number): [number, number] => {
    const device = heap.integers(2, (p) =>
      fpdf._FPDF_PageToDevice(page, 0, 0, sizeX, sizeY, 0, x, y, p, p + 4),
    );
    return device ? [device[0]! / STEPS, device[1]! / STEPS] : [x, height - y];
  };
  const far = 1000;
  const [e, f] = at(0, 0);
  const [ax, ay] = at(far, 0);
  const [cx, cy] = at(0, far);
  return [(ax - e) / far, (ay - f) / far, (cx - e) / far, (cy - f) / far, e, f];
}
