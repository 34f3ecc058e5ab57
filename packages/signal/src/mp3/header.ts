/** ISO/IEC 11172-3 (1993) and 13818-3 (1998), 2.4.1.3 and 2.4.2.3: the head of a frame of layer III, MPEG-1, -2 and -2.5. */
export interface FrameHead {
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Samples a channel. */
  readonly samples: number;
  /** Bytes, the head included. */
  readonly length: number;
}

export const HEAD_BYTES = 4;
/** kbit/s by the four bits of the head; free format is not read. */
const BIT_RATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;
const RATES = [44_100, 48_000, 32_000] as const;

/** Null where the bytes begin no frame. */
export function readFrameHead(bytes: Uint8Array): FrameHead | null {
  const [sync, version, coding, mode] = bytes;
  if (sync !== 0xff || mode === undefined || (version! & 0xe6) !== 0xe2) return null;
  const edition = (version! >> 3) & 3;
  const bitRate = BIT_RATES[edition === 3 ? 1 : 2][coding! >> 4]!;
  const fullRate = RATES[(coding! >> 2) & 3];
  if (edition === 1 || bitRate === 0 || fullRate === undefined) return null;
  const sampleRate = fullRate / (edition === 3 ? 1 : edition === 2 ? 2 : 4);
  const samples = edition === 3 ? 1152 : 576;
  const padding = (coding! >> 1) & 1;
  const length = Math.floor((samples / 8) * ((1000 * bitRate) / sampleRate)) + padding;
  return { sampleRate, channels: mode >> 6 === 3 ? 1 : 2, samples, length };
}

/**
 * Frames that the first frame promises where it is no sound but a table (Xing, "VBR header"; Info for constant rates; VBRI of
 * Fraunhofer); null where it is sound, 0 where it promises nothing.
 */
export function promisedFrames(frame: Uint8Array): number | null {
  const text = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  for (const magic of ['Xing', 'Info']) {
    const at = text.subarray(0, 64).indexOf(magic);
    if (at > 0 && at + 12 <= text.length) return text[at + 7]! & 1 ? text.readUInt32BE(at + 8) : 0;
  }
  const at = text.subarray(0, 64).indexOf('VBRI');
  return at > 0 && at + 18 <= text.length ? text.readUInt32BE(at + 14) : null;
}
