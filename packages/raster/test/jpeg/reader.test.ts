import { CodedError } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, decodeJpeg, type JpegComponent, type JpegImage, readJpeg } from '../../src/index.ts';
import { expectClose, reference } from '../support/compare.ts';
import { randomComponents, type WriterOptions, writeJpeg } from '../support/jpeg-writer.ts';

const COLOUR: [number, number][] = [
  [2, 2],
  [1, 1],
  [1, 1],
];
const size = { width: 83, height: 55 };
const components = randomComponents(size.width, size.height, COLOUR);
/** Blocks that pad luma to whole MCUs, which a scan of luma alone leaves out, are empty. */
clearPadding(components[0]!, 11, 7);
const levels = (jpeg: Pick<JpegImage, 'components'>) => jpeg.components.map((c) => c.coefficients);
const write = (options: Partial<WriterOptions> = {}) => writeJpeg({ ...size, components, ...options });

function clearPadding({ blocksWide, coefficients }: JpegComponent, ownWide: number, ownHigh: number): void {
  for (let at = 0; at < coefficients.length; at++) {
    const block = at >> 6;
    if (block % blocksWide >= ownWide || block >= blocksWide * ownHigh) coefficients[at] = 0;
  }
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return 'none';
}

/** A copy with one segment's payload changed; `at` counts from the payload's first byte. */
function patched(bytes: Uint8Array, marker: number, at: number, values: number[]): Uint8Array {
  const copy = bytes.slice();
  const segment = copy.findIndex((byte, i) => byte === 0xff && copy[i + 1] === marker);
  copy.set(values, segment + 4 + at);
  return copy;
}

describe('readJpeg', () => {
  const forms: [string, Partial<WriterOptions>][] = [
    ['interleaved', {}],
    ['a scan for each component', { separateScans: true }],
    ['restart markers', { restartInterval: 3 }],
    ['restart markers in separate scans', { restartInterval: 5, separateScans: true }],
    ['a restart marker after every MCU', { restartInterval: 1 }],
    ['fill bytes', { fill: 3 }],
    ['height by DNL', { dnl: true }],
    ['height by DNL, separate scans', { dnl: true, separateScans: true, restartInterval: 2 }],
    ['16-bit quantisation tables', { wideTables: true }],
    ['extended sequential', { sof: 0xc1 }],
  ];
  it.each(forms)('%s: every coefficient and table', (_, options) => {
    const jpeg = readJpeg(write(options));
    expect(jpeg).toMatchObject({ ...size, truncated: false, progressive: false });
    expect(levels(jpeg)).toEqual(levels({ components }));
    expect(jpeg.components.map((c) => c.quantization)).toEqual(components.map((c) => c.quantization));
    expect(jpeg.restartInterval).toBe(options.restartInterval ?? 0);
  });

  it('restart markers decode as libjpeg does', async () => {
    const bytes = write({ restartInterval: 2 });
    expectClose(decodeJpeg(readJpeg(bytes)), await reference(bytes));
  });

  it('reports markers, tables and layout as transmitted', () => {
    const jpeg = readJpeg(
      write({
        segments: [
          [0xe1, [1, 2, 3]],
          [0xfe, [65]],
        ],
        wideTables: true,
      }),
    );
    expect(jpeg.markers).toEqual([
      { name: 'APP1', length: 3 },
      { name: 'COM', length: 1 },
      ...[0, 1, 2].map(() => ({ name: 'DQT', length: 129 })),
      { name: 'SOF0', length: 15 },
      { name: 'DHT', length: 17 + 12 + 17 + 162 },
      { name: 'SOS', length: 10 },
    ]);
    expect(jpeg.quantizationTables.map(({ id, precision }) => [id, precision])).toEqual([
      [0, 16],
      [1, 16],
      [2, 16],
    ]);
    expect(jpeg.huffmanTables.map((t) => [t.class, t.id, t.symbols.length])).toEqual([
      [0, 0, 12],
      [1, 0, 162],
    ]);
    expect(jpeg.components.map((c) => [c.horizontal, c.vertical, c.blocksWide, c.blocksHigh])).toEqual([
      [2, 2, 12, 8],
      [1, 1, 6, 4],
      [1, 1, 6, 4],
    ]);
  });

  it.each([
    ['dots an inch', 1, 300, 300],
    ['dots a centimetre', 2, 100, 254],
    ['aspect ratio only', 0, 1, null],
  ])('JFIF density in %s', (_, unit, density, dpi) => {
    const jfif = [74, 70, 73, 70, 0, 1, 1, unit, density >> 8, density & 255, 0, 1, 0, 0];
    expect(readJpeg(write({ segments: [[0xe0, jfif]] })).dpi).toBe(dpi);
  });

  const adobe = (transform: number) => [65, 100, 111, 98, 101, 0, 100, 0, 0, 0, 0, transform];
  it('Adobe RGB', async () => {
    const plain = randomComponents(40, 30, [
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    const bytes = writeJpeg({ width: 40, height: 30, components: plain, segments: [[0xee, adobe(0)]] });
    const jpeg = readJpeg(bytes);
    expect(jpeg.colourTransform).toBe('rgb');
    expectClose(decodeJpeg(jpeg), await reference(bytes));
  });

  it.each([
    [0, 'cmyk'],
    [2, 'ycck'],
  ])('Adobe transform %i with four components is %s', (transform, expected) => {
    const four = randomComponents(24, 24, [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    const bytes = writeJpeg({
      width: 24,
      height: 24,
      components: four,
      segments: [[0xee, adobe(transform)]],
    });
    const jpeg = readJpeg(bytes);
    expect(jpeg.colourTransform).toBe(expected);
    expect(levels(jpeg)).toEqual(levels({ components: four }));
  });

  it('keeps each component the quantisation table of its own scan', () => {
    const redefined = write({ separateScans: true });
    // Between the first and second scan: table 1 with every step 99.
    const second = redefined.findIndex(
      (b, i) => b === 0xff && redefined[i + 1] === 0xda && redefined[i + 5] === 2,
    );
    const table = [0xff, 0xdb, 0, 67, 1, ...new Array<number>(64).fill(99)];
    const jpeg = readJpeg(
      Uint8Array.from([...redefined.subarray(0, second), ...table, ...redefined.subarray(second)]),
    );
    expect([...new Set(jpeg.components[1]!.quantization)]).toEqual([99]);
    expect(jpeg.components[0]!.quantization).toEqual(components[0]!.quantization);
    expect(jpeg.quantizationTables).toHaveLength(4);
  });

  it.each([
    ['lossless', 0xc3],
    ['hierarchical', 0xc5],
    ['arithmetic', 0xc9],
    ['arithmetic, progressive', 0xca],
  ])('refuses %s coding', (_, sof) => {
    expect(codeOf(() => readJpeg(write({ sof })))).toBe('image.unsupported-jpeg');
  });

  it('refuses 12 bits, and says so', () => {
    const bytes = patched(write({ sof: 0xc1 }), 0xc1, 0, [12]);
    expect(() => readJpeg(bytes)).toThrow(/SOF1, 12 bit/);
    expect(codeOf(() => readJpeg(bytes))).toBe('image.unsupported-jpeg');
  });

  it('refuses a size that a header only claims', () => {
    const claim = (height: number, width: number) =>
      patched(write(), 0xc0, 1, [height >> 8, height & 255, width >> 8, width & 255]);
    expect(codeOf(() => readJpeg(claim(30_000, 30_000)))).toBe('image.too-large');
    expect(codeOf(() => readJpeg(claim(1, 65_535)))).toBe('image.too-large');
    expect(codeOf(() => readJpeg(claim(7_000, 7_000)))).toBe('image.truncated');
    expect(codeOf(() => readJpeg(write(), { ...DEFAULT_LIMITS, maxPixels: 4_000 }))).toBe('image.too-large');
  });

  it('refuses more scans and more work than its limits allow', () => {
    const bytes = write({ separateScans: true });
    expect(codeOf(() => readJpeg(bytes, { ...DEFAULT_LIMITS, maxScans: 2 }))).toBe('image.too-complex');
    expect(codeOf(() => readJpeg(bytes, { ...DEFAULT_LIMITS, maxCoefficientVisits: 7_000 }))).toBe(
      'image.too-complex',
    );
  });

  it('reads a repeated scan once', () => {
    const bytes = write();
    const scan = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xda);
    const twice = Uint8Array.from([...bytes.subarray(0, -2), ...bytes.subarray(scan)]);
    const jpeg = readJpeg(twice);
    expect(levels(jpeg)).toEqual(levels({ components }));
    expect(jpeg.truncated).toBe(true);
  });
});
