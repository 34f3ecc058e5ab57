import { CELL } from '../../signal.ts';
import type { NetworkInput } from './input.ts';

/** Cells that one run takes: 2.6 megapixels, for which the runtime needs about 100 MB. */
export const MOST_CELLS = 40_000;
/** Cells along a tile's side, so that none gets too flat to hold what is around an edit. */
const LONGEST = 512;
/** Cells that a tile sees beyond what it answers for, on every side where the page goes on. */
const MARGIN = 24;

/** A span of cells that a tile answers for (`from` to `to`, exclusive) and the wider one that it sees. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

export interface Tile {
  readonly across: Span;
  readonly down: Span;
}

/** Spans of about equal length that cover `length` and see at most `most` cells each. */
function spans(length: number, most: number): Span[] {
  const parts = length <= most ? 1 : Math.ceil(length / (most - 2 * MARGIN));
  return Array.from({ length: parts }, (_, i) => {
    const from = Math.floor((i * length) / parts);
    const to = Math.floor(((i + 1) * length) / parts);
    return { from, to, first: Math.max(0, from - MARGIN), last: Math.min(length, to + MARGIN) };
  });
}

/** Tiles that cover the page: one where it is small enough. Sizes in cells. */
export function tiles(columns: number, rows: number): Tile[] {
  if (columns * rows <= MOST_CELLS)
    return spans(columns, columns).flatMap((across) => spans(rows, rows).map((down) => ({ across, down })));
  return spans(columns, LONGEST).flatMap((across) =>
    spans(rows, Math.floor(MOST_CELLS / (across.last - across.first))).map((down) => ({ across, down })),
  );
}

/** The part of the page that a tile sees. */
export function crop(input: NetworkInput, { across, down }: Tile): NetworkInput {
  const columns = across.last - across.first;
  const rows = down.last - down.first;
  if (columns === input.columns && rows === input.rows) return input;
  const cells = input.columns * input.rows;
  const cut = <T extends Uint8Array | Int8Array>(
    from: T,
    to: T,
    height: number,
    scaleX: number,
    scaleY: number,
  ): T => {
    const stride = input.columns * scaleX;
    for (let y = 0; y < height; y++) {
      const at = (down.first * scaleY + y) * stride + across.first * scaleX;
      to.set(from.subarray(at, at + columns * scaleX), y * columns * scaleX);
    }
    return to;
  };
  const chroma = new Uint8Array(2 * columns * rows);
  for (const part of [0, 1]) {
    const from = input.chroma.subarray(part * cells, (part + 1) * cells);
    cut(from, chroma.subarray(part * columns * rows, (part + 1) * columns * rows), rows, 1, 1);
  }
  return {
    columns,
    rows,
    luma: cut(input.luma, new Uint8Array(64 * columns * rows), rows * CELL, CELL, CELL),
    chroma,
    levels: cut(input.levels, new Int8Array(64 * columns * rows), rows, 64, 1),
    quantization: input.quantization,
  };
}
