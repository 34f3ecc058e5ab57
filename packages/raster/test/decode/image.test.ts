import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImage, imagePageCount } from '../../src/index.ts';
import { codeOf } from '../support/codes.ts';
import { expectClose, reference } from '../support/compare.ts';
import { testPage } from '../support/random.ts';

const width = 60;
const height = 40;
const rgb = testPage(width, height);
const page = () => sharp(rgb, { raw: { width, height, channels: 3 } });

/** Mean absolute difference from the page. */
function distance(actual: Uint8Array): number {
  expect(actual.length).toBe(rgb.length);
  return actual.reduce((sum, value, i) => sum + Math.abs(value - rgb[i]!), 0) / rgb.length;
}

describe('decodeImage', () => {
  it.each([
    ['png', () => page().png(), 'lossless', 0],
    ['interlaced png', () => page().png({ progressive: true }), 'lossless', 0],
    ['16-bit png', () => page().toColourspace('rgb16').png(), 'lossless', 0],
    ['lossless webp', () => page().webp({ lossless: true }), 'lossless', 0],
    ['lossy webp', () => page().webp({ quality: 95 }), 'lossy', 12],
    ['lzw tiff', () => page().tiff({ compression: 'lzw' }), 'lossless', 0],
    ['16-bit tiff', () => page().toColourspace('rgb16').tiff({ compression: 'none' }), 'lossless', 0],
    ['jpeg tiff', () => page().tiff({ compression: 'jpeg', quality: 95 }), 'lossy', 12],
    ['avif', () => page().avif({ quality: 90, effort: 0 }), 'lossy', 12],
    ['gif', () => page().gif(), 'lossless', 30],
  ] as const)('%s', async (_, encode, track, most) => {
    const image = await decodeImage(await encode().toBuffer());
    expect(image).toMatchObject({ width, height, track, jpeg: null });
    expect(distance(image.rgb)).toBeLessThanOrEqual(most);
  });

  it('jpeg, with coefficients and density', async () => {
    const bytes = await page().withMetadata({ density: 200 }).jpeg().toBuffer();
    const image = await decodeImage(bytes);
    expect(image).toMatchObject({ width, height, track: 'jpeg', dpi: 200 });
    expect(image.jpeg?.components).toHaveLength(3);
    expectClose(image.rgb, await reference(bytes));
  });

  it('cmyk jpeg: coefficients of our own, pixels by profile', async () => {
    const bytes = await page()
      .toColourspace('cmyk')
      .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const image = await decodeImage(bytes);
    expect(image.jpeg?.colourTransform).toMatch(/cmyk|ycck/);
    expect(distance(image.rgb)).toBeLessThan(25);
  });

  it('grey becomes three equal channels', async () => {
    for (const bytes of [
      await page().toColourspace('b-w').png().toBuffer(),
      await page().toColourspace('grey16').png().toBuffer(),
    ]) {
      const { rgb: grey } = await decodeImage(bytes);
      expect(grey.length).toBe(rgb.length);
      for (let i = 0; i < grey.length; i += 3) expect([grey[i + 1], grey[i + 2]]).toEqual([grey[i], grey[i]]);
    }
  });

  it('transparency lies on white', async () => {
    const clear = sharp({
      create: { width: 2, height: 1, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    expect([...(await decodeImage(await clear.png().toBuffer())).rgb]).toEqual([
      255, 255, 255, 255, 255, 255,
    ]);
  });

  it('is not turned by EXIF orientation', async () => {
    const bytes = await page().withMetadata({ orientation: 6 }).png().toBuffer();
    expect(await decodeImage(bytes)).toMatchObject({ width, height });
  });

  it('leaves RGB values as stored, whatever profile they carry', async () => {
    const bytes = await page().withIccProfile('p3').png().toBuffer();
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    expect([...(await decodeImage(bytes)).rgb]).toEqual([...stored]);
  });

  it.each([
    ['png', () => page().withMetadata({ density: 300 }).png()],
    ['tiff', () => page().withMetadata({ density: 300 }).tiff({ compression: 'lzw' })],
  ])('density of %s', async (_, encode) => {
    expect((await decodeImage(await encode().toBuffer())).dpi).toBe(300);
    expect((await decodeImage(await page().png().toBuffer())).dpi).toBeNull();
  });

  it('pages of a TIFF', async () => {
    const shades = [10, 120, 230].map((grey) => ({ r: grey, g: grey, b: grey }));
    const pages = shades.map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    );
    const bytes = await sharp(await Promise.all(pages), { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    expect(imagePageCount(bytes)).toBe(3);
    for (const [i, { r }] of shades.entries())
      expect((await decodeImage(bytes, { page: i + 1 })).rgb[0]).toBe(r);
    expect(await codeOf(() => decodeImage(bytes, { page: 4 }))).toBe('image.no-such-page');
    expect(imagePageCount(await page().png().toBuffer())).toBe(1);
  });
});

describe('decodeImage refuses', () => {
  it.each(['heic', 'heix', 'mif1'])('HEIC of brand %s, and says what to do', async (brand) => {
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`),
    ]);
    await expect(decodeImage(bytes)).rejects.toThrow(/JPEG/);
    expect(await codeOf(() => decodeImage(bytes))).toBe('image.heic-unsupported');
  });

  it.each([[''], ['x'], ['%PDF-1.7'], ['<svg xmlns="http://www.w3.org/2000/svg"/>']])(
    'what is no image: %s',
    async (text) => {
      expect(await codeOf(() => decodeImage(Buffer.from(text)))).toBe('image.unsupported-format');
    },
  );

  it('every format cut short', async () => {
    const files = {
      png: page().png(),
      webp: page().webp(),
      tiff: page().tiff({ compression: 'lzw' }),
      gif: page().gif(),
      avif: page().avif({ effort: 0 }),
    };
    for (const [name, file] of Object.entries(files)) {
      const bytes = await file.toBuffer();
      for (const part of [0.1, 0.5, 0.9]) {
        const cut = bytes.subarray(0, Math.max(16, Math.floor(bytes.length * part)));
        expect(await codeOf(() => decodeImage(cut)), `${name} at ${part}`).toMatch(
          /^image\.(truncated|corrupt)$/,
        );
      }
    }
    const png = await files.png.toBuffer();
    expect(await codeOf(() => decodeImage(png.subarray(0, png.length / 2)))).toBe('image.truncated');
  });

  it('a damaged PNG', async () => {
    const bytes = await page().png().toBuffer();
    bytes[bytes.length >> 1]! ^= 0xff;
    expect(await codeOf(() => decodeImage(bytes))).toBe('image.corrupt');
  });

  it('what is too large, or too deep for its size', async () => {
    const bytes = await page().png().toBuffer();
    expect(await codeOf(() => decodeImage(bytes, { limits: { maxPixels: width * height - 1 } }))).toBe(
      'image.too-large',
    );
    expect(await codeOf(() => decodeImage(bytes, { limits: { maxEdge: width - 1 } }))).toBe(
      'image.too-large',
    );
    const deep = await page().ensureAlpha().toColourspace('rgb16').png().toBuffer();
    expect(await codeOf(() => decodeImage(deep, { limits: { maxPixels: width * height } }))).toBe(
      'image.too-large',
    );
  });

  it('an AVIF of a size that a PNG may have: it takes several times the memory', async () => {
    const limits = { maxPixels: width * height };
    expect(
      await codeOf(async () => decodeImage(await page().avif({ effort: 0 }).toBuffer(), { limits })),
    ).toBe('image.too-large');
    expect(await codeOf(async () => decodeImage(await page().png().toBuffer(), { limits }))).toBe('none');
  });

  it('30,000 × 30,000 pixels in a few bytes', async () => {
    const bytes = await page().png().toBuffer();
    bytes.writeUInt32BE(30_000, 16);
    bytes.writeUInt32BE(30_000, 20);
    expect(await codeOf(() => decodeImage(bytes))).toMatch(/^image\.(too-large|corrupt)$/);
  });
});
