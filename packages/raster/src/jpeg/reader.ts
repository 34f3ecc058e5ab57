// ITU-T T.81 (1992): Digital compression and coding of continuous-tone still images.

import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { assertSize, DEFAULT_LIMITS, type ImageLimits } from '../limits.ts';
import { type ApplicationData, colourTransform, readApplicationSegment } from './application.ts';
import { EntropySource } from './entropy.ts';
import { assertProcess, type Frame, findNumberOfLines, layFrame } from './frame.ts';
import { planScan, scanVisits } from './plan.ts';
import { decodeScan } from './scan.ts';
import {
  corrupt,
  markerName,
  parseFrame,
  parseHuffmanTables,
  parseQuantizationTables,
  parseScan,
} from './segments.ts';
import { JpegTables } from './tables.ts';
import type { JpegImage } from './types.ts';

/** Segments that one file may hold; real ones stay below a few hundred. */
const MAX_SEGMENTS = 10_000;
const UNKNOWN_STEPS = new Uint16Array(64).fill(1);

/**
 * Reads a JPEG's quantised DCT coefficients: baseline, extended sequential and progressive, 8 bits, Huffman coding.
 * Damaged or missing entropy-coded data gives what could be read, with `truncated` set.
 *
 * @throws CodedError `image.corrupt`, `image.truncated` (nothing of the picture is there), `image.too-large`,
 *   `image.too-complex`, `image.unsupported-jpeg` (12 bits, arithmetic, lossless, hierarchical)
 */
export function readJpeg(bytes: Uint8Array, limits: ImageLimits = DEFAULT_LIMITS): JpegImage {
  return new JpegReader(bytes, limits).read();
}

class JpegReader {
  private readonly bytes: Uint8Array;
  private readonly limits: ImageLimits;
  private readonly tables = new JpegTables();
  private readonly markers: { name: string; length: number }[] = [];
  private readonly application: ApplicationData = { jfif: false, dpi: null, adobeTransform: null };
  private scratch = new Uint8Array(0);
  private frame: Frame | null = null;
  private position = 2;
  private restartInterval = 0;
  private scans = 0;
  private visits = 0;
  private truncated = false;

  constructor(bytes: Uint8Array, limits: ImageLimits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  read(): JpegImage {
    if (this.bytes[0] !== 0xff || this.bytes[1] !== 0xd8) throw corrupt('SOI');
    let ended = false;
    try {
      while (!ended) {
        const marker = this.nextMarker();
        if (marker < 0) break;
        ended = marker === 0xd9;
        const alone = ended || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        if (!alone) this.segment(marker, this.payload(marker));
      }
    } catch (error) {
      const damage = error instanceof CodedError && /^image\.(corrupt|truncated)$/.test(error.code);
      if (!damage || this.scans === 0) throw error;
      this.truncated = true;
    }
    if (this.frame === null || this.scans === 0) throw errors('image.truncated');
    if (!ended && this.frame.progressive) this.truncated = true;
    return this.image(this.frame);
  }

  /** Moves past the next marker; −1 at the end of the file. */
  private nextMarker(): number {
    const { bytes } = this;
    let at = bytes.indexOf(0xff, this.position);
    while (at >= 0 && at + 1 < bytes.length) {
      const code = bytes[at + 1]!;
      if (code !== 0 && code !== 0xff) {
        this.position = at + 2;
        return code;
      }
      at = code === 0xff ? at + 1 : bytes.indexOf(0xff, at + 2);
    }
    return -1;
  }

  private payload(marker: number): Uint8Array {
    const { bytes, position } = this;
    if (position + 2 > bytes.length) throw errors('image.truncated');
    const length = (bytes[position]! << 8) | bytes[position + 1]!;
    if (length < 2) throw corrupt(markerName(marker));
    if (position + length > bytes.length) throw errors('image.truncated');
    if (this.markers.length === MAX_SEGMENTS)
      throw errors('image.too-complex', { detail: `> ${MAX_SEGMENTS} segments` });
    this.markers.push({ name: markerName(marker), length: length - 2 });
    this.position = position + length;
    return bytes.subarray(position + 2, position + length);
  }

  private segment(marker: number, payload: Uint8Array): void {
    if (marker === 0xdb) this.tables.define({ quantization: parseQuantizationTables(payload) });
    else if (marker === 0xc4) this.tables.define({ huffman: parseHuffmanTables(payload) });
    else if (marker === 0xda) this.scan(payload);
    else if (marker === 0xdd) this.restartInterval = ((payload[0] ?? 0) << 8) | (payload[1] ?? 0);
    else if (marker === 0xcc || marker === 0xde || marker === 0xf7) {
      throw errors('image.unsupported-jpeg', { process: markerName(marker) });
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) this.start(marker, payload);
    else readApplicationSegment(marker, payload, this.application);
  }

  private start(marker: number, payload: Uint8Array): void {
    if (this.frame !== null) throw corrupt('SOF');
    const header = parseFrame(payload);
    assertProcess(marker, header);
    const height = header.height === 0 ? findNumberOfLines(this.bytes, this.position) : header.height;
    if (height === 0) throw corrupt('DNL');
    assertSize(header.width, height, this.limits);
    const bytesLeft = this.bytes.length - this.position;
    this.frame = layFrame({ ...header, height }, marker === 0xc2, bytesLeft);
    this.scratch = new Uint8Array(bytesLeft + 2);
  }

  private scan(payload: Uint8Array): void {
    const { frame, limits } = this;
    if (frame === null) throw corrupt('SOS');
    if (this.scans === limits.maxScans)
      throw errors('image.too-complex', { detail: `> ${limits.maxScans} scans` });
    const scan = planScan(frame, parseScan(payload), this.tables);
    const source = new EntropySource(this.bytes, this.position, this.scratch);
    if (scan === null) {
      this.truncated = true;
      while (source.next());
    } else {
      this.visits += scanVisits(frame, scan);
      if (this.visits > limits.maxCoefficientVisits)
        throw errors('image.too-complex', { detail: `${this.scans} scans` });
      if (!decodeScan(frame, scan, source, this.restartInterval)) this.truncated = true;
    }
    this.position = source.position;
    this.scans++;
  }

  private image(frame: Frame): JpegImage {
    const missing = frame.components.some((component) => component.quantization === null);
    return {
      width: frame.width,
      height: frame.height,
      progressive: frame.progressive,
      components: frame.components.map((component) => ({
        id: component.id,
        horizontal: component.horizontal,
        vertical: component.vertical,
        blocksWide: component.blocksWide,
        blocksHigh: component.blocksHigh,
        quantization: component.quantization?.values ?? UNKNOWN_STEPS,
        coefficients: component.levels,
      })),
      restartInterval: this.restartInterval,
      colourTransform: colourTransform(frame, this.application),
      markers: this.markers,
      huffmanTables: this.tables.huffman,
      quantizationTables: this.tables.quantization,
      dpi: this.application.dpi,
      truncated: this.truncated || missing,
    };
  }
}
