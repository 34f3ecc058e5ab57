/** M. van Beurden and A. Weaver, "Free Lossless Audio Codec (FLAC)", RFC 9639 (2024), sections 8.2 and 9.1. */
import { crc8 } from './crc.ts';

export interface StreamInfo {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  /** Samples a channel; 0 where the encoder did not know. */
  readonly total: number;
  /** Samples a channel of the largest block. */
  readonly maxBlock: number;
}

export const STREAM_INFO_BYTES = 34;

export function readStreamInfo(bytes: Uint8Array): StreamInfo | null {
  if (bytes.length < STREAM_INFO_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const packed = view.getUint32(10);
  const info = {
    sampleRate: packed >>> 12,
    channels: ((packed >>> 9) & 7) + 1,
    bits: ((packed >>> 4) & 31) + 1,
    total: (packed & 15) * 2 ** 32 + view.getUint32(14),
    maxBlock: view.getUint16(2),
  };
  return info.maxBlock < 16 || info.bits < 4 ? null : info;
}

/** How two channels are coded: each for itself, or one and the difference. */
export type Stereo = 'apart' | 'left-side' | 'side-right' | 'mid-side';

export interface FrameHead {
  /** Samples a channel. */
  readonly block: number;
  readonly stereo: Stereo;
  /** Bytes of the head. */
  readonly length: number;
}

const BLOCKS = [0, 192, 576, 1152, 2304, 4608, 0, 0, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768];
const RATES = [0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000];
const BITS = [0, 8, 12, -1, 16, 20, 24, 32];
const STEREO: readonly Stereo[] = ['left-side', 'side-right', 'mid-side'];
/** Bytes of the longest head. */
export const MAX_HEAD = 16;

/** The head of a frame of this stream; null where the bytes begin none. */
export function readFrameHead(bytes: Uint8Array, stream: StreamInfo): FrameHead | null {
  const [sync, strategy, sizes, layout] = bytes;
  if (sync !== 0xff || layout === undefined || (strategy! & 0xfe) !== 0xf8 || layout & 1) return null;
  const [blockCode, rateCode] = [sizes! >> 4, sizes! & 15];
  const [channelCode, bits] = [layout >> 4, BITS[(layout >> 1) & 7]!];
  let at = 4 + numberBytes(bytes[4] ?? 0x80);
  const take = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++) value = value * 256 + (bytes[at++] ?? Number.NaN);
    return value;
  };
  const block = blockCode === 6 ? take(1) + 1 : blockCode === 7 ? take(2) + 1 : BLOCKS[blockCode]!;
  const rate = rateOf(rateCode, take) || stream.sampleRate;
  const channels = channelCode < 8 ? channelCode + 1 : 2;
  const fits = rate === stream.sampleRate && channels === stream.channels && channelCode < 11;
  if (!fits || (bits || stream.bits) !== stream.bits || !(block > 0 && block <= stream.maxBlock)) return null;
  if (at >= bytes.length || crc8(bytes.subarray(0, at)) !== bytes[at]) return null;
  return { block, stereo: channelCode < 8 ? 'apart' : STEREO[channelCode - 8]!, length: at + 1 };
}

/** Hz; 0 where the stream's own is meant. */
function rateOf(code: number, take: (count: number) => number): number {
  if (code === 12) return 1000 * take(1);
  if (code === 13) return take(2);
  return code === 14 ? 10 * take(2) : (RATES[code] ?? Number.NaN);
}

/** The number of the frame or sample is coded as UTF-8 codes characters, up to seven bytes. */
function numberBytes(first: number): number {
  const ones = Math.clz32(~(first << 24));
  return ones === 0 ? 1 : ones === 1 || ones > 7 ? Number.NaN : ones;
}
