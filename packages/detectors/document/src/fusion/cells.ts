import { CELL, type PageContext, type SignalResult } from '../signal.ts';

/** Inputs of every cell of the page, a plane an input: cells are then scored in the order in which they lie in memory. */
export interface CellLayers {
  readonly columns: number;
  readonly rows: number;
  /** columns · rows values by the input's name, row-major. */
  readonly layers: ReadonlyMap<string, Float32Array>;
}

/** Mean over a (2·radius + 1)² window clipped at the border; separable running sums. Unknown (NaN) counts as 0: no evidence. */
export function boxMean(data: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const across = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < rows; y++) {
    let sum = 0;
    const base = y * columns;
    for (let x = 0; x < Math.min(radius, columns); x++) sum += data[base + x]! || 0;
    for (let x = 0; x < columns; x++) {
      if (x + radius < columns) sum += data[base + x + radius]! || 0;
      if (x - radius - 1 >= 0) sum -= data[base + x - radius - 1]! || 0;
      across[base + x] = sum / (Math.min(x + radius, columns - 1) - Math.max(x - radius, 0) + 1);
    }
  }
  const sums = new Float32Array(columns);
  const addRow = (y: number, sign: 1 | -1) => {
    for (let x = 0, i = y * columns; x < columns; x++, i++) sums[x]! += sign * across[i]!;
  };
  for (let y = 0; y < Math.min(radius, rows); y++) addRow(y, 1);
  for (let y = 0; y < rows; y++) {
    if (y + radius < rows) addRow(y + radius, 1);
    if (y - radius - 1 >= 0) addRow(y - radius - 1, -1);
    const span = Math.min(y + radius, rows - 1) - Math.max(y - radius, 0) + 1;
    for (let x = 0, i = y * columns; x < columns; x++, i++) out[i] = sums[x]! / span;
  }
  return out;
}

/** Mean and standard deviation of luma in each cell: what a signal's value means depends on whether it sits on paper or print. */
function texture(
  { luma }: PageContext,
  columns: number,
  rows: number,
): { mean: Float32Array; deviation: Float32Array } {
  const mean = new Float32Array(columns * rows);
  const deviation = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const bottom = Math.min((row + 1) * CELL, luma.height);
    for (let column = 0; column < columns; column++) {
      const right = Math.min((column + 1) * CELL, luma.width);
      let sum = 0;
      let squares = 0;
      for (let y = row * CELL; y < bottom; y++) {
        for (let i = y * luma.width + column * CELL, end = y * luma.width + right; i < end; i++) {
          const value = luma.data[i]!;
          sum += value;
          squares += value * value;
        }
      }
      const count = (bottom - row * CELL) * (right - column * CELL);
      const average = sum / count;
      mean[row * columns + column] = average;
      deviation[row * columns + column] = Math.sqrt(Math.max(0, squares / count - average * average));
    }
  }
  return { mean, deviation };
}

/** Every signal's layers at the cell, its map at the cell, around it (3 × 3) and farther around (9 × 9), and what the cell itself looks like. */
export function cellLayers(context: PageContext, results: ReadonlyMap<string, SignalResult>): CellLayers {
  const columns = Math.ceil(context.image.width / CELL);
  const rows = Math.ceil(context.image.height / CELL);
  const layers = new Map<string, Float32Array>();
  for (const [id, { map, layers: measures = {} }] of results) {
    if (!map) continue;
    for (const [name, measure] of Object.entries(measures)) layers.set(`${id}.${name}`, known(measure));
    layers.set(id, known(map.data));
    layers.set(`${id}.near`, boxMean(map.data, columns, rows, 1));
    layers.set(`${id}.around`, boxMean(map.data, columns, rows, 4));
  }
  const { mean, deviation } = texture(context, columns, rows);
  layers.set('luma.mean', mean);
  layers.set('luma.deviation', deviation);
  layers.set('luma.deviation.around', boxMean(deviation, columns, rows, 4));
  return { columns, rows, layers };
}

/** NaN, where a signal cannot speak, as 0: no evidence. */
const known = (data: Float32Array) => data.map((value) => value || 0);

/** The planes in the order that a model wants; what the page has no map for is 0 everywhere. */
export function selectLayers(
  { columns, rows, layers }: CellLayers,
  wanted: readonly string[],
): Float32Array[] {
  const none = new Float32Array(columns * rows);
  return wanted.map((name) => layers.get(name) ?? none);
}
