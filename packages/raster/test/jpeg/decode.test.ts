import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeJpeg, jpegLuma, readJpeg } from '../../src/index.ts';
import { expectClose, reference } from '../support/compare.ts';
import { randomComponents, writeJpeg } from '../support/jpeg-writer.ts';
import { testPage } from '../support/random.ts';

async function encode(
  width: number,
  height: number,
  options: JpegOptions,
  grey = false,
): Promise<Uint8Array> {
  const page = sharp(testPage(width, height), { raw: { width, height, channels: 3 } });
  return (grey ? page.toColourspace('b-w') : page).jpeg(options).toBuffer();
}

/** Whether some scan refines an earlier one (Ah > 0). */
function refines(bytes: Uint8Array): boolean {
  for (let at = 2; at < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xda && bytes[at + 4 + 2 * bytes[at + 4]! + 3]! >> 4 > 0)
      return true;
  }
  return false;
}

describe('decodeJpeg against libjpeg', () => {
  const encodings: [string, JpegOptions][] = [
    ['baseline', {}],
    ['progressive', { progressive: true }],
    ['mozjpeg', { mozjpeg: true }],
    ['optimised tables', { optimiseCoding: true }],
  ];
  for (const [name, encoding] of encodings) {
    for (const chromaSubsampling of ['4:4:4', '4:2:0']) {
      it.each([20, 75, 98])(`${name}, ${chromaSubsampling}, quality %i`, async (quality) => {
        const bytes = await encode(203, 141, { ...encoding, chromaSubsampling, quality });
        const jpeg = readJpeg(bytes);
        expect(jpeg).toMatchObject({ width: 203, height: 141, truncated: false, colourTransform: 'ycbcr' });
        expect(jpeg.progressive).toBe('progressive' in encoding || 'mozjpeg' in encoding);
        expectClose(decodeJpeg(jpeg), await reference(bytes));
      });
    }
  }

  it('reads successive approximation', async () => {
    const bytes = await encode(120, 90, { progressive: true, quality: 90 });
    expect(refines(bytes)).toBe(true);
    expectClose(decodeJpeg(readJpeg(bytes)), await reference(bytes));
  });

  it.each([
    [1, 1],
    [2, 3],
    [3, 2],
    [5, 17],
    [8, 8],
    [16, 16],
    [33, 1],
  ])('size %i × %i', async (width, height) => {
    for (const progressive of [false, true]) {
      const bytes = await encode(width, height, { progressive });
      expectClose(decodeJpeg(readJpeg(bytes)), await reference(bytes));
    }
  });

  it.each([true, false])('grey, progressive %s: pixels and luma', async (progressive) => {
    const bytes = await encode(77, 50, { progressive }, true);
    const jpeg = readJpeg(bytes);
    const expected = await reference(bytes);
    expect(jpeg.colourTransform).toBe('grey');
    expectClose(decodeJpeg(jpeg), expected);
    const luma = Uint8ClampedArray.from(jpegLuma(jpeg).data, Math.round);
    expectClose(
      new Uint8Array(luma),
      expected.filter((_, i) => i % 3 === 0),
    );
  });
});

describe('decodeJpeg with every sampling', () => {
  const samplings: [string, [number, number][]][] = [
    [
      '4:4:4',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:2:2',
      [
        [2, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:2:0',
      [
        [2, 2],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:1:1',
      [
        [4, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:4:0',
      [
        [1, 2],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:1:0',
      [
        [4, 2],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      '4:2:0 and 4:2:2 mixed',
      [
        [2, 2],
        [1, 2],
        [1, 1],
      ],
    ],
    ['grey that states 2 × 2', [[2, 2]]],
  ];
  for (const [name, factors] of samplings) {
    it.each([
      [3, 5],
      [47, 39],
      [97, 61],
    ])(`${name}, %i × %i`, async (width, height) => {
      const components = randomComponents(width, height, factors);
      const bytes = writeJpeg({ width, height, components });
      const jpeg = readJpeg(bytes);
      expect(jpeg.truncated).toBe(false);
      expect(jpeg.components.map((c) => c.coefficients)).toEqual(components.map((c) => c.coefficients));
      expectClose(decodeJpeg(jpeg), await reference(bytes));
    });
  }

  it('repeats samples of factors that libjpeg refuses', () => {
    const components = randomComponents(40, 24, [
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
    const jpeg = readJpeg(writeJpeg({ width: 40, height: 24, components }));
    expect(jpeg.components.map((c) => c.coefficients)).toEqual(components.map((c) => c.coefficients));
    expect(decodeJpeg(jpeg).length).toBe(40 * 24 * 3);
  });
});
