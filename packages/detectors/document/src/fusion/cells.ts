import { CELL, type PageContext, type SignalResult } from '../signal.ts';

/** A row of inputs for every cell of the page, row-major. */
export interface CellMatrix {
  readonly columns: number;
  readonly rows: number;
  readonly names: readonly string[];
  /** columns · rows × names.length. */
  readonly data: Float32Array;
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
  for (let x = 0; x < columns; x++) {
    let sum = 0;
    for (let y = 0; y < Math.min(radius, rows); y++) sum += across[y * columns + x]!;
    for (let y = 0; y < rows; y++) {
      if (y + radius < rows) sum += across[(y + radius) * columns + x]!;
      if (y - radius - 1 >= 0) sum -= across[(y - radius - 1) * columns + x]!;
      out[y * columns + x] = sum / (Math.min(y + radius, rows - 1) - Math.max(y - radius, 0) + 1);
    }
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
export function cellMatrix(context: PageContext, results: ReadonlyMap<string, SignalResult>): CellMatrix {
  const columns = Math.ceil(context.image.width / CELL);
  const rows = Math.ceil(context.image.height / CELL);
  const names: string[] = [];
  const layers: Float32Array[] = [];
  const add = (name: string, layer: Float32Array) => {
    names.push(name);
    layers.push(layer);
  };
  for (const [id, { map, layers: measures = {} }] of results) {
    if (!map) continue;
    for (const [name, measure] of Object.entries(measures)) add(`${id}.${name}`, measure);
    add(id, map.data);
    add(`${id}.near`, boxMean(map.data, columns, rows, 1));
    add(`${id}.around`, boxMean(map.data, columns, rows, 4));
  }
  const { mean, deviation } = texture(context, columns, rows);
  add('luma.mean', mean);
  add('luma.deviation', deviation);
  add('luma.deviation.around', boxMean(deviation, columns, rows, 4));
  const data = new Float32Array(columns * rows * names.length);
  layers.forEach((layer, index) => {
    for (let cell = 0, at = index; cell < layer.length; cell++, at += names.length)
      data[at] = layer[cell]! || 0;
  });
  return { columns, rows, names, data };
}

/** The matrix in the order that a model wants; what the page has no map for is 0. */
export function selectColumns(matrix: CellMatrix, wanted: readonly string[]): Float32Array {
  if (wanted.length === matrix.names.length && wanted.every((name, i) => name === matrix.names[i]))
    return matrix.data;
  const cells = matrix.columns * matrix.rows;
  const out = new Float32Array(cells * wanted.length);
  wanted.forEach((name, target) => {
    const source = matrix.names.indexOf(name);
    if (source < 0) return;
    for (let cell = 0; cell < cells; cell++)
      out[cell * wanted.length + target] = matrix.data[cell * matrix.names.length + source]!;
  });
  return out;
}
