// A baseline JPEG writer for tests: given coefficients in, any sampling, restart intervals, interleaving and headers.

import { type JpegComponent, ZIGZAG_FROM_NATURAL } from '../../src/index.ts';
import { random } from './random.ts';

export interface WriterOptions {
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
  readonly restartInterval?: number;
  /** One scan for each component instead of one for all. */
  readonly separateScans?: boolean;
  /** Height 0 in the frame header and a DNL segment after the first scan. */
  readonly dnl?: boolean;
  /** 16-bit quantisation tables. */
  readonly wideTables?: boolean;
  /** FF bytes before every marker. */
  readonly fill?: number;
  /** Segments before the tables: marker code and payload. */
  readonly segments?: readonly (readonly [number, readonly number[]])[];
  readonly sof?: number;
}

const ZEROS = 0xf0;
// Few short codes and many long ones, so that both ways of decoding are taken.
const DC_SYMBOLS = Array.from({ length: 12 }, (_, i) => i);
const DC_COUNTS = [0, 0, 2, 6, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const AC_SYMBOLS = [0, 1, 2, 0x11, 3, ...rest([0, 1, 2, 0x11, 3])];
const AC_COUNTS = [0, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, AC_SYMBOLS.length - 105];

export function writeJpeg(options: WriterOptions): Uint8Array {
  const {
    components,
    width,
    height,
    restartInterval = 0,
    separateScans = false,
    dnl = false,
    fill = 0,
  } = options;
  const out: number[] = [0xff, 0xd8];
  const segment = (marker: number, payload: readonly number[]) => {
    for (let i = 0; i < fill; i++) out.push(0xff);
    out.push(0xff, marker, ...word(payload.length + 2), ...payload);
  };
  for (const [marker, payload] of options.segments ?? []) segment(marker, payload);
  for (const [id, component] of components.entries())
    segment(0xdb, dqt(id, component.quantization, options.wideTables));
  segment(options.sof ?? 0xc0, [
    8,
    ...word(dnl ? 0 : height),
    ...word(width),
    components.length,
    ...components.flatMap((c, i) => [c.id, (c.horizontal << 4) | c.vertical, i]),
  ]);
  segment(0xc4, [0, ...DC_COUNTS, ...DC_SYMBOLS, 0x10, ...AC_COUNTS, ...AC_SYMBOLS]);
  if (restartInterval > 0) segment(0xdd, word(restartInterval));
  const scans = separateScans ? components.map((component) => [component]) : [components];
  for (const [i, scan] of scans.entries()) {
    segment(0xda, [scan.length, ...scan.flatMap((c) => [c.id, 0]), 0, 63, 0]);
    writeScan(out, scan, options, restartInterval);
    if (dnl && i === 0) segment(0xdc, word(height));
  }
  out.push(0xff, 0xd9);
  return Uint8Array.from(out);
}

/** Components with random sparse levels, for the given sampling factors. */
export function randomComponents(
  width: number,
  height: number,
  factors: readonly (readonly [number, number])[],
  seed = 1,
): JpegComponent[] {
  const next = random(seed);
  const lone = factors.length === 1;
  const maxH = lone ? 1 : Math.max(...factors.map(([h]) => h));
  const maxV = lone ? 1 : Math.max(...factors.map(([, v]) => v));
  return factors.map(([horizontal, vertical], id) => {
    const blocksWide = Math.ceil(width / (8 * maxH)) * (lone ? 1 : horizontal);
    const blocksHigh = Math.ceil(height / (8 * maxV)) * (lone ? 1 : vertical);
    const coefficients = new Int16Array(blocksWide * blocksHigh * 64);
    for (let at = 0; at < coefficients.length; at++) {
      const frequency = (at & 7) + ((at & 63) >> 3);
      if (frequency === 0) coefficients[at] = Math.round((next() - 0.5) * 90);
      else if (next() < 0.6 / frequency) coefficients[at] = Math.round(((next() - 0.5) * 24) / frequency);
    }
    const quantization = Uint16Array.from({ length: 64 }, (_, i) => 4 + (i & 7) + (i >> 3) + id);
    return { id: id + 1, horizontal, vertical, blocksWide, blocksHigh, quantization, coefficients };
  });
}

function writeScan(
  out: number[],
  scan: readonly JpegComponent[],
  options: WriterOptions,
  interval: number,
): void {
  const bits = new BitWriter(out);
  const maxH = Math.max(...options.components.map((c) => c.horizontal));
  const maxV = Math.max(...options.components.map((c) => c.vertical));
  const [first] = scan as [JpegComponent];
  const lone = scan.length === 1;
  const single = options.components.length === 1;
  const own = (size: number, factor: number, max: number) => Math.ceil(Math.ceil((size * factor) / max) / 8);
  const mcusWide = lone
    ? own(options.width, single ? 1 : first.horizontal, single ? 1 : maxH)
    : Math.ceil(options.width / (8 * maxH));
  const mcusHigh = lone
    ? own(options.height, single ? 1 : first.vertical, single ? 1 : maxV)
    : Math.ceil(options.height / (8 * maxV));
  const predictions = new Map<JpegComponent, number>();
  for (let mcu = 0; mcu < mcusWide * mcusHigh; mcu++) {
    if (interval > 0 && mcu > 0 && mcu % interval === 0) {
      bits.flush();
      out.push(0xff, 0xd0 + ((mcu / interval - 1) & 7));
      predictions.clear();
    }
    const row = Math.floor(mcu / mcusWide);
    const column = mcu % mcusWide;
    for (const c of scan) {
      const [h, v] = lone ? [1, 1] : [c.horizontal, c.vertical];
      for (let i = 0; i < h * v; i++) {
        const block = (row * v + Math.floor(i / h)) * c.blocksWide + column * h + (i % h);
        predictions.set(
          c,
          writeBlock(bits, c.coefficients.subarray(64 * block, 64 * block + 64), predictions.get(c) ?? 0),
        );
      }
    }
  }
  bits.flush();
}

function writeBlock(bits: BitWriter, levels: Int16Array, prediction: number): number {
  const zigzag = new Int16Array(64);
  for (let i = 0; i < 64; i++) zigzag[ZIGZAG_FROM_NATURAL[i]!] = levels[i]!;
  const difference = zigzag[0]! - prediction;
  bits.symbol(DC, size(difference));
  bits.value(difference);
  let run = 0;
  for (let k = 1; k < 64; k++) {
    if (zigzag[k] === 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) bits.symbol(AC, ZEROS);
    bits.symbol(AC, (run << 4) | size(zigzag[k]!));
    bits.value(zigzag[k]!);
    run = 0;
  }
  if (run > 0) bits.symbol(AC, 0);
  return zigzag[0]!;
}

class BitWriter {
  private readonly out: number[];
  private pending = '';

  constructor(out: number[]) {
    this.out = out;
  }

  symbol(codes: ReadonlyMap<number, string>, symbol: number): void {
    this.push(codes.get(symbol)!);
  }

  value(value: number): void {
    const n = size(value);
    if (n > 0) this.push((value < 0 ? value + (1 << n) - 1 : value).toString(2).padStart(n, '0'));
  }

  flush(): void {
    if (this.pending.length > 0) this.push('1'.repeat(8 - this.pending.length));
  }

  private push(text: string): void {
    this.pending += text;
    for (; this.pending.length >= 8; this.pending = this.pending.slice(8)) {
      const byte = Number.parseInt(this.pending.slice(0, 8), 2);
      this.out.push(byte);
      if (byte === 0xff) this.out.push(0);
    }
  }
}

const DC = codes(DC_COUNTS, DC_SYMBOLS);
const AC = codes(AC_COUNTS, AC_SYMBOLS);

function codes(counts: readonly number[], symbols: readonly number[]): Map<number, string> {
  const result = new Map<number, string>();
  let code = 0;
  let index = 0;
  for (const [i, count] of counts.entries()) {
    for (let n = 0; n < count; n++) result.set(symbols[index++]!, (code++).toString(2).padStart(i + 1, '0'));
    code <<= 1;
  }
  return result;
}

/** All other run and size pairs of a baseline file, the rarest last. */
function rest(taken: readonly number[]): number[] {
  const all = Array.from({ length: 16 * 10 }, (_, i) => ((i % 16) << 4) | (Math.floor(i / 16) + 1));
  return [ZEROS, ...all].filter((symbol) => !taken.includes(symbol));
}

function dqt(id: number, steps: Uint16Array, wide = false): number[] {
  const zigzag: number[] = [];
  for (let i = 0; i < 64; i++) zigzag[ZIGZAG_FROM_NATURAL[i]!] = steps[i]!;
  return wide ? [0x10 | id, ...zigzag.flatMap(word)] : [id, ...zigzag];
}

function size(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function word(value: number): number[] {
  return [value >> 8, value & 255];
}
