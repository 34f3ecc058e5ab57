import { describe, expect, it } from 'vitest';
import type { NetworkInput } from '../../../src/signals/learned/input.ts';
import { crop, MOST_CELLS, tiles } from '../../../src/signals/learned/tiles.ts';

describe('tiles', () => {
  it.each([
    [148, 212],
    [135, 1000],
    [1500, 40],
    [700, 900],
    [3, 30_000],
  ])('answer for every cell of %i × %i once, none beyond the limit', (columns, rows) => {
    const answered = new Uint8Array(columns * rows);
    for (const { across, down } of tiles(columns, rows)) {
      expect((across.last - across.first) * (down.last - down.first)).toBeLessThanOrEqual(MOST_CELLS);
      for (let y = down.from; y < down.to; y++) {
        for (let x = across.from; x < across.to; x++) answered[y * columns + x]!++;
      }
    }
    expect(answered.every((count) => count === 1)).toBe(true);
  });

  it('leave a page of two megapixels whole', () => {
    expect(tiles(177, 177)).toHaveLength(1);
  });

  it('cut every plane at the same cells', () => {
    const columns = 700;
    const rows = 100;
    const cells = columns * rows;
    const input: NetworkInput = {
      columns,
      rows,
      luma: Uint8Array.from({ length: 64 * cells }, (_, i) => Math.floor((i % (8 * columns)) / 8) % 251),
      chroma: Uint8Array.from({ length: 2 * cells }, (_, i) => (i % columns) % 251),
      levels: Int8Array.from({ length: 64 * cells }, (_, i) => (Math.floor(i / 64) % columns) % 113),
      quantization: new Float32Array(64),
    };
    const second = tiles(columns, rows).at(-1)!;
    const part = crop(input, second);
    expect(part.columns).toBeLessThan(columns);
    for (const cell of [0, part.columns - 1, part.columns * part.rows - 1]) {
      const column = second.across.first + (cell % part.columns);
      const pixel = 8 * Math.floor(cell / part.columns) * 8 * part.columns + 8 * (cell % part.columns);
      expect(part.luma[pixel]).toBe(column % 251);
      expect(part.chroma[part.columns * part.rows + cell]).toBe(column % 251);
      expect(part.levels[64 * cell + 63]).toBe(column % 113);
    }
  });
});
