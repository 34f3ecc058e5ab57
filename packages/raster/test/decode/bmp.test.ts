import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../src/index.ts';
import { writeBmp, writeCoreBmp } from '../support/bmp-writer.ts';
import { codeOf } from '../support/codes.ts';

const RED = [255, 0, 0];
const GREEN = [0, 255, 0];
const BLUE = [0, 0, 255];
const OTHER = [7, 8, 9];
/** Stored as blue, green, red, 0. */
const PALETTE = [RED, GREEN, BLUE, OTHER].flatMap(([r, g, b]) => [b!, g!, r!, 0]);
const bgr = (...colours: number[][]) => colours.flatMap((colour) => colour.toReversed());
const pixels = async (bytes: Uint8Array) => [...(await decodeImage(bytes)).rgb];

describe('bitmaps', () => {
  it('24 bits, rows from the bottom, padded to four bytes', async () => {
    const data = [...bgr(BLUE, GREEN), 0, 0, ...bgr(RED, OTHER), 0, 0];
    const image = await decodeImage(
      writeBmp({ width: 2, height: 2, bitsPerPixel: 24, data, pixelsPerMetre: 11811 }),
    );
    expect([...image.rgb]).toEqual([RED, OTHER, BLUE, GREEN].flat());
    expect(image).toMatchObject({ width: 2, height: 2, track: 'lossless', jpeg: null });
    expect(image.dpi).toBeCloseTo(300, 1);
  });

  it('rows from the top', async () => {
    const data = [...bgr(BLUE), 0, ...bgr(RED), 0];
    expect(await pixels(writeBmp({ width: 1, height: -2, bitsPerPixel: 24, data }))).toEqual(
      [BLUE, RED].flat(),
    );
  });

  it("OS/2's header", async () => {
    expect(await pixels(writeCoreBmp(1, 2, [...bgr(BLUE), 0, ...bgr(RED), 0]))).toEqual([RED, BLUE].flat());
  });

  it.each([
    [1, [0b0110_0000, 0, 0, 0], [RED, GREEN, GREEN]],
    [4, [0x21, 0x30, 0, 0], [BLUE, GREEN, OTHER]],
    [8, [3, 0, 2, 0], [OTHER, RED, BLUE]],
  ])('%i bits with a palette', async (bitsPerPixel, data, expected) => {
    const bytes = writeBmp({
      width: 3,
      height: 1,
      bitsPerPixel,
      palette: PALETTE.slice(0, 4 * (bitsPerPixel === 1 ? 2 : 4)),
      data,
    });
    expect(await pixels(bytes)).toEqual(expected.flat());
  });

  it('16 bits: 5-5-5 plain, 5-6-5 by masks', async () => {
    const plain = writeBmp({ width: 2, height: 1, bitsPerPixel: 16, data: [0x00, 0x7c, 0x10, 0x42] });
    expect(await pixels(plain)).toEqual([255, 0, 0, 132, 132, 132]);
    const masks = [0xf800, 0x7e0, 0x1f];
    const masked = writeBmp({
      width: 2,
      height: 1,
      bitsPerPixel: 16,
      compression: 3,
      masks,
      data: [0xe0, 0x07, 0, 0],
    });
    expect(await pixels(masked)).toEqual([...GREEN, 0, 0, 0]);
  });

  it('32 bits: opaque without alpha, on white with it', async () => {
    const data = [...bgr(RED), 0, ...bgr(BLUE), 128];
    expect(await pixels(writeBmp({ width: 2, height: 1, bitsPerPixel: 32, data }))).toEqual([
      ...RED,
      ...BLUE,
    ]);
    const masks = [0xff0000, 0xff00, 0xff, 0xff000000];
    const alpha = { width: 2, height: 1, bitsPerPixel: 32, compression: 6, masks };
    expect(await pixels(writeBmp({ ...alpha, data }))).toEqual([255, 255, 255, 127, 127, 255]);
    expect(await pixels(writeBmp({ ...alpha, data: [...bgr(RED), 0, ...bgr(BLUE), 0] }))).toEqual([
      ...RED,
      ...BLUE,
    ]);
  });

  it('run-length coding: runs, absolute runs, jumps and row ends', async () => {
    const rle8 = { width: 4, height: 2, bitsPerPixel: 8, compression: 1, palette: PALETTE };
    const bytes = writeBmp({ ...rle8, data: [2, 1, 0, 2, 1, 0, 1, 2, 0, 0, 0, 3, 3, 2, 1, 0, 1, 3, 0, 1] });
    expect(await pixels(bytes)).toEqual([OTHER, BLUE, GREEN, OTHER, GREEN, GREEN, RED, BLUE].flat());
    const rle4 = { width: 3, height: 1, bitsPerPixel: 4, compression: 2, palette: PALETTE };
    expect(await pixels(writeBmp({ ...rle4, data: [3, 0x12, 0, 1] }))).toEqual([GREEN, BLUE, GREEN].flat());
    expect(await pixels(writeBmp({ ...rle4, data: [0, 3, 0x32, 0x10, 0, 1] }))).toEqual(
      [OTHER, BLUE, GREEN].flat(),
    );
  });

  it('refuses what is cut off, too large or nonsense', async () => {
    const good = writeBmp({ width: 2, height: 2, bitsPerPixel: 24, data: new Array<number>(16).fill(0) });
    expect(await codeOf(() => decodeImage(good.subarray(0, 20)))).toBe('image.truncated');
    expect(await codeOf(() => decodeImage(good.subarray(0, 58)))).toBe('image.truncated');
    const huge = writeBmp({ width: 30_000, height: 30_000, bitsPerPixel: 24, data: [] });
    expect(await codeOf(() => decodeImage(huge))).toBe('image.too-large');
    expect(
      await codeOf(() => decodeImage(writeBmp({ width: 2, height: 2, bitsPerPixel: 7, data: [] }))),
    ).toBe('image.corrupt');
  });

  it('any header bytes give a picture or a coded error', async () => {
    const good = writeBmp({
      width: 4,
      height: 2,
      bitsPerPixel: 8,
      compression: 1,
      palette: PALETTE,
      data: [4, 1, 0, 1],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.nat(255),
        fc.nat(good.length),
        async (at, value, length) => {
          const bytes = good.slice();
          bytes[at] = value;
          const limits = { maxPixels: 1_000_000 };
          expect(await codeOf(() => decodeImage(bytes, { limits }))).toMatch(/^(none|image\..*)$/);
          expect(await codeOf(() => decodeImage(bytes.subarray(0, length), { limits }))).toMatch(
            /^(none|image\..*)$/,
          );
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });
});
