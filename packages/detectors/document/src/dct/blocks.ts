import type { JpegComponent, Plane } from '@jianzhen/raster';
import { forwardBlock } from './transform.ts';

/** The blocks of one 8 × 8 grid that are not flat; flat blocks say nothing of quantisation. */
export interface BlockSet {
  /** Pixel position of the grid's first whole block. */
  readonly originX: number;
  readonly originY: number;
  readonly columns: number;
  readonly rows: number;
  /** Position of each block in the grid: row · columns + column. */
  readonly positions: Int32Array;
  /** 64 DCT coefficients a block (natural order), of samples less 128. */
  readonly coefficients: Float32Array;
  /** Samples of each block that are at the limits of their range, where decoding may have clipped them; null if unknown. */
  readonly clipped: Uint8Array | null;
}

/** Luma of a clipped sample, colour conversion allowed for. */
const WHITE = 254.5;
const BLACK = 0.5;

/** Blocks of the grid through (originX, originY), both in [0, 7], with at least `range` grey levels between extremes. */
export function pixelBlocks(luma: Plane, originX: number, originY: number, range = 2): BlockSet {
  const { width, height, data } = luma;
  const columns = Math.max(0, Math.floor((width - originX) / 8));
  const rows = Math.max(0, Math.floor((height - originY) / 8));
  const positions = new Int32Array(columns * rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (originY + 8 * row) * width + originX + 8 * column;
      let low = data[at]!;
      let high = low;
      for (let y = 0, i = at; y < 8; y++, i += width) {
        for (let x = i; x < i + 8; x++) {
          const value = data[x]!;
          if (value < low) low = value;
          else if (value > high) high = value;
        }
      }
      if (high - low >= range) positions[count++] = row * columns + column;
    }
  }
  const clipped = new Uint8Array(count);
  const coefficients = new Float32Array(64 * count);
  for (let block = 0; block < count; block++) {
    const column = positions[block]! % columns;
    const row = (positions[block]! - column) / columns;
    const at = (originY + 8 * row) * width + originX + 8 * column;
    for (let y = 0, i = at, j = 64 * block; y < 8; y++, i += width, j += 8) {
      for (let x = 0; x < 8; x++) {
        const value = data[i + x]!;
        coefficients[j + x] = value - 128;
        if (value >= WHITE || value <= BLACK) clipped[block]!++;
      }
    }
    forwardBlock(coefficients, 64 * block);
  }
  return {
    originX,
    originY,
    columns,
    rows,
    positions: positions.slice(0, count),
    coefficients,
    clipped,
  };
}

const coded = new WeakMap<JpegComponent, BlockSet>();

/** Dequantised blocks of a page's own JPEG grid that have an AC coefficient; padding blocks are left out. Kept: several signals ask. */
export function codedBlocks(component: JpegComponent, width: number, height: number): BlockSet {
  let set = coded.get(component);
  if (!set) {
    set = gatherBlocks(component, width, height);
    coded.set(component, set);
  }
  return set;
}

function gatherBlocks(component: JpegComponent, width: number, height: number): BlockSet {
  const columns = Math.min(component.blocksWide, Math.floor(width / 8));
  const rows = Math.min(component.blocksHigh, Math.floor(height / 8));
  const { coefficients: levels, quantization, blocksWide } = component;
  const positions = new Int32Array(columns * rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = 64 * (row * blocksWide + column);
      for (let k = 1; k < 64; k++) {
        if (levels[at + k] !== 0) {
          positions[count++] = row * columns + column;
          break;
        }
      }
    }
  }
  const coefficients = new Float32Array(64 * count);
  for (let block = 0; block < count; block++) {
    const position = positions[block]!;
    const at = 64 * (Math.floor(position / columns) * blocksWide + (position % columns));
    for (let k = 0; k < 64; k++) coefficients[64 * block + k] = levels[at + k]! * quantization[k]!;
  }
  return {
    originX: 0,
    originY: 0,
    columns,
    rows,
    positions: positions.subarray(0, count),
    coefficients,
    clipped: null,
  };
}
