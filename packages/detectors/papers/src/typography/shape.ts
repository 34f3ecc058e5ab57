// Normalised correlation of two pictures of one character, each brought to one grid: R. Brunelli, "Template Matching Techniques in
// Computer Vision" (2009), section 3.1.

const COLUMNS = 12;
const ROWS = 18;
/** Samples along each axis of a cell. */
const SAMPLES = 2;

/** A glyph's coverage in a grid over its own box, with mean 0 and length 1: what is left is its form, not its size or ink. */
export type Shape = Float32Array;

/** @param box in samples of the coverage, with fractions */
export function shapeOf(
  coverage: Float32Array,
  width: number,
  box: { left: number; right: number; top: number; bottom: number },
): Shape {
  const height = coverage.length / width;
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : coverage[y * width + x];
  const between = (x: number, y: number) => {
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - x0, y - y0];
    const above = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    return above * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
  };
  const cells = new Float32Array(COLUMNS * ROWS);
  const across = (box.right - box.left) / (COLUMNS * SAMPLES);
  const down = (box.bottom - box.top) / (ROWS * SAMPLES);
  for (let v = 0; v < ROWS * SAMPLES; v++) {
    for (let u = 0; u < COLUMNS * SAMPLES; u++) {
      const value = between(box.left + (u + 0.5) * across - 0.5, box.top + (v + 0.5) * down - 0.5);
      cells[Math.floor(v / SAMPLES) * COLUMNS + Math.floor(u / SAMPLES)] += value;
    }
  }
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
  let squares = 0;
  for (let i = 0; i < cells.length; i++) {
    cells[i] -= mean;
    squares += cells[i] * cells[i];
  }
  const length = Math.sqrt(squares) || 1;
  return cells.map((value) => value / length);
}

/** 0 for the same form, 1 for unrelated ones. */
export function shapeDistance(a: Shape, b: Shape): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i] * b[i];
  return 1 - dot;
}
