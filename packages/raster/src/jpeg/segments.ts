// ITU-T T.81, annex B: marker segments.

import { errors } from '../errors.ts';
import { NATURAL_FROM_ZIGZAG } from './zigzag.ts';

export interface QuantizationTable {
  readonly id: number;
  readonly precision: 8 | 16;
  /** Natural order. */
  readonly values: Uint16Array;
}

export interface HuffmanSpecification {
  readonly class: 0 | 1;
  readonly id: number;
  readonly counts: Uint8Array;
  readonly symbols: Uint8Array;
}

export interface FrameHeader {
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: readonly {
    readonly id: number;
    readonly horizontal: number;
    readonly vertical: number;
    readonly quantizationId: number;
  }[];
}

export interface ScanHeader {
  readonly components: readonly { readonly id: number; readonly dcTable: number; readonly acTable: number }[];
  /** Ss, Se, Ah, Al. */
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

export const corrupt = (detail: string) => errors('image.corrupt', { detail });

/** `SOF2`, `APP14`, `COM` …; the two hexadecimal digits where T.81 reserves the code. */
export function markerName(code: number): string {
  if (code === 0xc4) return 'DHT';
  if (code === 0xc8) return 'JPG';
  if (code === 0xcc) return 'DAC';
  if (code >= 0xc0 && code <= 0xcf) return `SOF${code - 0xc0}`;
  if (code >= 0xd0 && code <= 0xd7) return `RST${code - 0xd0}`;
  if (code >= 0xd8 && code <= 0xdf)
    return ['SOI', 'EOI', 'SOS', 'DQT', 'DNL', 'DRI', 'DHP', 'EXP'][code - 0xd8]!;
  if (code >= 0xe0 && code <= 0xef) return `APP${code - 0xe0}`;
  if (code >= 0xf0 && code <= 0xfd) return `JPG${code - 0xf0}`;
  return code === 0xfe ? 'COM' : code.toString(16).padStart(2, '0').toUpperCase();
}

/** DQT payload. */
export function parseQuantizationTables(payload: Uint8Array): QuantizationTable[] {
  const tables: QuantizationTable[] = [];
  for (let at = 0; at < payload.length; ) {
    const precision = payload[at]! >> 4 === 0 ? 8 : 16;
    const id = payload[at]! & 15;
    const bytes = precision / 8;
    at++;
    if (id > 3 || at + 64 * bytes > payload.length) throw corrupt('DQT');
    const values = new Uint16Array(64);
    for (let k = 0; k < 64; k++, at += bytes) {
      const step = bytes === 1 ? payload[at]! : (payload[at]! << 8) | payload[at + 1]!;
      // A step of 0 is forbidden; 1 keeps later divisions sound.
      values[NATURAL_FROM_ZIGZAG[k]!] = Math.max(1, step);
    }
    tables.push({ id, precision, values });
  }
  return tables;
}

/** DHT payload. */
export function parseHuffmanTables(payload: Uint8Array): HuffmanSpecification[] {
  const tables: HuffmanSpecification[] = [];
  for (let at = 0; at < payload.length; ) {
    const kind = payload[at]! >> 4;
    const id = payload[at]! & 15;
    if (kind > 1 || id > 3 || at + 17 > payload.length) throw corrupt('DHT');
    const counts = payload.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    at += 17;
    if (total > 256 || at + total > payload.length) throw corrupt('DHT');
    const symbols = payload.slice(at, at + total);
    if (kind === 0 && symbols.some((symbol) => symbol > 15)) throw corrupt('DHT');
    tables.push({ class: kind as 0 | 1, id, counts, symbols });
    at += total;
  }
  return tables;
}

/** SOFn payload. */
export function parseFrame(payload: Uint8Array): FrameHeader {
  const count = payload[5] ?? 0;
  if (payload.length < 6 + 3 * count || count === 0) throw corrupt('SOF');
  const components = Array.from({ length: count }, (_, i) => {
    const at = 6 + 3 * i;
    const horizontal = payload[at + 1]! >> 4;
    const vertical = payload[at + 1]! & 15;
    if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) throw corrupt('SOF');
    return { id: payload[at]!, horizontal, vertical, quantizationId: payload[at + 2]! };
  });
  if (new Set(components.map(({ id }) => id)).size !== count) throw corrupt('SOF');
  const height = (payload[1]! << 8) | payload[2]!;
  const width = (payload[3]! << 8) | payload[4]!;
  if (width === 0) throw corrupt('SOF');
  return { precision: payload[0]!, width, height, components };
}

/** SOS payload. */
export function parseScan(payload: Uint8Array): ScanHeader {
  const count = payload[0] ?? 0;
  if (count < 1 || count > 4 || payload.length < 4 + 2 * count) throw corrupt('SOS');
  const components = Array.from({ length: count }, (_, i) => {
    const tables = payload[2 + 2 * i]!;
    return { id: payload[1 + 2 * i]!, dcTable: tables >> 4, acTable: tables & 15 };
  });
  const at = 1 + 2 * count;
  const [first, last, approximation] = [payload[at]!, payload[at + 1]!, payload[at + 2]!];
  return { components, first, last, high: approximation >> 4, low: approximation & 15 };
}
