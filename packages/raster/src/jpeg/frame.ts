// ITU-T T.81, A.1.1 and A.2: component dimensions and the order of data units.

import { errors } from '../errors.ts';
import { corrupt, type FrameHeader, type QuantizationTable } from './segments.ts';

/** A component while its scans are being read. */
export interface FrameComponent {
  readonly id: number;
  readonly horizontal: number;
  readonly vertical: number;
  readonly quantizationId: number;
  /** Blocks as stored, up to whole MCUs. */
  readonly blocksWide: number;
  readonly blocksHigh: number;
  /** Blocks that a scan of this component alone holds. */
  readonly ownBlocksWide: number;
  readonly ownBlocksHigh: number;
  readonly levels: Int16Array;
  /** The table in force at the component's first scan. */
  quantization: QuantizationTable | null;
  /** By zigzag index: the bit position read so far (Al), −1 before the first scan. */
  readonly approximation: Int8Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** MCUs of an interleaved scan. */
  readonly mcusWide: number;
  readonly mcusHigh: number;
  readonly components: readonly FrameComponent[];
}

/**
 * Lays out a frame and allocates its coefficients.
 *
 * @param bytesLeft entropy-coded bytes at most at hand. A block takes at least a bit of them, so a header that claims
 *   eight times more blocks than they have bits is taken for a bomb and refused with `image.truncated`.
 */
export function layFrame(header: FrameHeader, progressive: boolean, bytesLeft: number): Frame {
  const { width, height } = header;
  const single = header.components.length === 1;
  const maxH = Math.max(...header.components.map((c) => c.horizontal));
  const maxV = Math.max(...header.components.map((c) => c.vertical));
  // A lone component is never interleaved: its MCU is one block, whatever factors it states.
  const mcusWide = Math.ceil(width / (single ? 8 : 8 * maxH));
  const mcusHigh = Math.ceil(height / (single ? 8 : 8 * maxV));
  const sizes = header.components.map((c) => ({
    blocksWide: single ? mcusWide : mcusWide * c.horizontal,
    blocksHigh: single ? mcusHigh : mcusHigh * c.vertical,
  }));
  const blocks = sizes.reduce((sum, size) => sum + size.blocksWide * size.blocksHigh, 0);
  if (blocks > 64 * bytesLeft) throw errors('image.truncated');
  const components = header.components.map((c, i) => ({
    ...c,
    ...sizes[i]!,
    ownBlocksWide: Math.ceil(Math.ceil((width * c.horizontal) / maxH) / 8),
    ownBlocksHigh: Math.ceil(Math.ceil((height * c.vertical) / maxV) / 8),
    // Shared, since a large page's coefficients are read by several threads.
    levels: new Int16Array(new SharedArrayBuffer(sizes[i]!.blocksWide * sizes[i]!.blocksHigh * 128)),
    quantization: null,
    approximation: new Int8Array(64).fill(-1),
  }));
  return { width, height, progressive, mcusWide, mcusHigh, components };
}

/** Throws `image.unsupported-jpeg` for the processes of T.81 that are not read. */
export function assertProcess(marker: number, header: FrameHeader): void {
  const refuse = (process: string) => errors('image.unsupported-jpeg', { process });
  const sof = `SOF${marker - 0xc0}`;
  if (marker > 0xc2) throw refuse(sof);
  if (header.precision !== 8) throw refuse(`${sof}, ${header.precision} bit`);
  const count = header.components.length;
  if (count !== 1 && count !== 3 && count !== 4) throw refuse(`${sof}, ${count} components`);
}

/**
 * Height that a DNL segment states (B.2.5), for frames whose header leaves it 0.
 * @param from first byte after the frame header
 */
export function findNumberOfLines(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw corrupt('DNL');
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (marker !== 0xda) continue;
    // Inside entropy-coded data, FF is followed by 00 or a restart marker until the scan ends.
    for (at = bytes.indexOf(0xff, at); at >= 0 && at + 6 <= bytes.length; at = bytes.indexOf(0xff, at + 1)) {
      const code = bytes[at + 1]!;
      if (code === 0xdc) return (bytes[at + 4]! << 8) | bytes[at + 5]!;
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) break;
    }
    break;
  }
  throw corrupt('DNL');
}
