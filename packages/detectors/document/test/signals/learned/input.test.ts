import { decodeImage, luma } from '@jianzhen/raster';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { networkInput } from '../../../src/signals/learned/input.ts';

const WIDTH = 44;
const HEIGHT = 27;

/** A sloping red picture whose sides are no multiples of 8. */
const raw = sharp(
  Buffer.from(
    Array.from({ length: WIDTH * HEIGHT }, (_, i) => [
      200,
      (i % WIDTH) * 4,
      Math.floor(i / WIDTH) * 4,
    ]).flat(),
  ),
  { raw: { width: WIDTH, height: HEIGHT, channels: 3 } },
);

describe('network input', () => {
  it('repeats the border into whole cells', async () => {
    const page = await decodeImage(await raw.clone().png().toBuffer());
    const input = networkInput(page);
    expect([input.columns, input.rows]).toEqual([6, 4]);
    const plane = luma(page);
    const at = (x: number, y: number) => input.luma[y * 48 + x];
    expect(at(20, 10)).toBe(Math.round(plane.data[10 * WIDTH + 20]!));
    expect(at(47, 31)).toBe(Math.round(plane.data[HEIGHT * WIDTH - 1]!));
    expect(at(47, 3)).toBe(at(43, 3));
  });

  it('gives no levels and no table for a page without coefficients', async () => {
    const input = networkInput(await decodeImage(await raw.clone().png().toBuffer()));
    expect(input.levels.some((level) => level !== 0)).toBe(false);
    expect(input.quantization.some((step) => step !== 0)).toBe(false);
  });

  it.each(['4:2:0', '4:4:4'])(
    'hands over the levels of Y as the file holds them, %s',
    async (chromaSubsampling) => {
      const page = await decodeImage(await raw.clone().jpeg({ quality: 90, chromaSubsampling }).toBuffer());
      const input = networkInput(page);
      const y = page.jpeg!.components[0]!;
      expect([...input.quantization]).toEqual([...y.quantization]);
      const cell = 2 * input.columns + 3;
      const block = 64 * (2 * y.blocksWide + 3);
      expect([...input.levels.subarray(64 * cell, 64 * cell + 64)]).toEqual([
        ...y.coefficients.subarray(block, block + 64),
      ]);
    },
  );

  it('clips levels to a byte', async () => {
    const black = sharp({ create: { width: 16, height: 16, channels: 3, background: 'black' } });
    const page = await decodeImage(await black.jpeg({ quality: 100 }).toBuffer());
    expect(page.jpeg!.components[0]!.coefficients[0]).toBeLessThan(-127);
    expect(networkInput(page).levels[0]).toBe(-127);
  });

  it('means chroma by cell around 128', async () => {
    const { chroma, columns, rows } = networkInput(await decodeImage(await raw.clone().png().toBuffer()));
    expect(chroma).toHaveLength(2 * columns * rows);
    expect(chroma[0]).toBeLessThan(128);
    expect(chroma[columns * rows]).toBeGreaterThan(200);
  });
});
