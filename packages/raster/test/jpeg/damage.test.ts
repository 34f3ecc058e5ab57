import { CodedError } from '@jianzhen/evidence';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeJpeg, type JpegImage, readJpeg } from '../../src/index.ts';
import { randomComponents, writeJpeg } from '../support/jpeg-writer.ts';
import { testPage } from '../support/random.ts';

const width = 128;
const height = 96;
const components = randomComponents(width, height, [[1, 1]]);
/** Twelve rows of sixteen blocks, a restart marker after each row. */
const bytes = writeJpeg({ width, height, components, restartInterval: 16 });
const marks = [...bytes.keys()].filter(
  (i) => bytes[i] === 0xff && bytes[i + 1]! >= 0xd0 && bytes[i + 1]! <= 0xd7,
);
const ROW = 16 * 64;

/** Rows of blocks that are not as written. */
function wrongRows(jpeg: JpegImage): number[] {
  const [actual, expected] = [jpeg.components[0]!.coefficients, components[0]!.coefficients];
  return Array.from({ length: 12 }, (_, row) => row).filter((row) =>
    actual.subarray(row * ROW, (row + 1) * ROW).some((level, i) => level !== expected[row * ROW + i]),
  );
}

describe('damaged entropy-coded data', () => {
  it('stays within its restart interval', () => {
    const damaged = bytes.slice();
    damaged.fill(0x5a, marks[3]! + 8, marks[4]!);
    const jpeg = readJpeg(damaged);
    expect(jpeg.truncated).toBe(true);
    expect(wrongRows(jpeg)).toEqual([4]);
  });

  it('a lost restart marker costs one row', () => {
    const damaged = bytes.slice();
    damaged[marks[5]! + 1] = 0;
    const jpeg = readJpeg(damaged);
    expect(jpeg.truncated).toBe(true);
    expect(wrongRows(jpeg)).toEqual([6]);
  });

  it('two intervals cut out leave the rest in its place', () => {
    const damaged = Uint8Array.from([...bytes.subarray(0, marks[2]!), ...bytes.subarray(marks[4]!)]);
    expect(wrongRows(readJpeg(damaged))).toEqual([3, 4]);
  });

  it('a file cut off keeps what came before', () => {
    const jpeg = readJpeg(bytes.subarray(0, marks[7]! + 20));
    expect(jpeg.truncated).toBe(true);
    expect(wrongRows(jpeg).every((row) => row >= 8)).toBe(true);
    expect(wrongRows(jpeg).length).toBeGreaterThan(0);
  });

  it('a file without its end marker is whole', () => {
    expect(readJpeg(bytes.subarray(0, -2)).truncated).toBe(false);
  });

  it('a progressive file that lacks its last scans is truncated', async () => {
    const page = sharp(testPage(64, 64), { raw: { width: 64, height: 64, channels: 3 } });
    const whole = await page.jpeg({ progressive: true }).toBuffer();
    const last = whole.lastIndexOf(Buffer.from([0xff, 0xda]));
    expect(readJpeg(whole).truncated).toBe(false);
    expect(readJpeg(whole.subarray(0, last)).truncated).toBe(true);
  });

  it('a cut in the headers is an error', () => {
    expect(() => readJpeg(bytes.subarray(0, 100))).toThrow(CodedError);
    expect(() => readJpeg(bytes.subarray(0, 1))).toThrow(CodedError);
    expect(() => readJpeg(new Uint8Array(0))).toThrow(CodedError);
  });
});

describe('hostile bytes', () => {
  const files: Uint8Array[] = [];
  beforeAll(async () => {
    const page = sharp(testPage(61, 47), { raw: { width: 61, height: 47, channels: 3 } });
    files.push(await page.clone().jpeg().toBuffer());
    files.push(await page.clone().jpeg({ progressive: true }).toBuffer());
    files.push(await page.clone().jpeg({ mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer());
    files.push(writeJpeg({ width, height, components, restartInterval: 5 }));
    files.push(writeJpeg({ width, height, components, dnl: true }));
  });

  /** Reads and decodes; any error must be coded, and no damage makes it take long. */
  function survives(input: Uint8Array): void {
    const started = performance.now();
    try {
      const jpeg = readJpeg(input);
      if (jpeg.components.length < 4) expect(decodeJpeg(jpeg).length).toBe(jpeg.width * jpeg.height * 3);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }

  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('any truncation gives a picture or a coded error', () => {
    fc.assert(
      fc.property(fc.nat(4), place, (file, cut) => {
        const input = files[file]!;
        survives(input.subarray(0, Math.floor(cut * input.length)));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('any changed bytes give a picture or a coded error', () => {
    const change = fc.tuple(place, fc.nat(255));
    fc.assert(
      fc.property(fc.nat(4), fc.array(change, { minLength: 1, maxLength: 12 }), (file, changes) => {
        const input = files[file]!.slice();
        for (const [at, value] of changes) input[Math.floor(at * input.length)] = value;
        survives(input);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('any header bytes give a picture or a coded error', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(700), fc.nat(255), (file, at, value) => {
        const input = files[file]!.slice();
        input[at % input.length] = value;
        survives(input);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('a file of nothing but markers is refused, not collected', () => {
    const comments = new Uint8Array(4_000_002);
    for (let at = 2; at < comments.length; at += 4) comments.set([0xff, 0xfe, 0, 2], at);
    comments.set([0xff, 0xd8]);
    expect(() => readJpeg(comments)).toThrow(/segments/);
  });
});
