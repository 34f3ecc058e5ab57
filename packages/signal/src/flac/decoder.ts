/** RFC 9639; blocks of metadata are passed over but for the first, which says what the stream is. */
import type { ByteReader } from '../bytes.ts';
import type { Decoder } from '../decoder.ts';
import { errors } from '../errors.ts';
import type { Samples, SoundDamage } from '../types.ts';
import { OutOfBits } from './bits.ts';
import { decodeFrame } from './frame.ts';
import { MAX_HEAD, readFrameHead, readStreamInfo, STREAM_INFO_BYTES, type StreamInfo } from './head.ts';
import { BrokenFrame } from './subframe.ts';

const MAX_BITS = 24;

/** @throws CodedError `sound.corrupt`, `sound.unsupported-coding` */
export async function openFlac(reader: ByteReader): Promise<Decoder> {
  await reader.skip(4);
  const stream = await readMetadata(reader);
  if (!stream) {
    throw errors('sound.corrupt', { detailZh: 'FLAC 流信息不正确', detailEn: 'its stream info is wrong' });
  }
  const { sampleRate, channels, bits, total } = stream;
  if (bits > MAX_BITS) throw errors('sound.unsupported-coding', { format: 'FLAC', coding: `${bits} bits` });
  return {
    format: 'flac',
    sampleRate,
    channels,
    seconds: total > 0 ? total / sampleRate : null,
    samples: (damage) => frames(reader, stream, damage),
    free() {},
  };
}

async function readMetadata(reader: ByteReader): Promise<StreamInfo | null> {
  let stream: StreamInfo | null = null;
  for (;;) {
    const head = await reader.take(4);
    if (head.length < 4) return stream;
    const size = (head[1]! << 16) | (head[2]! << 8) | head[3]!;
    const isInfo = (head[0]! & 127) === 0 && !stream;
    const body = isInfo ? await reader.take(Math.min(size, STREAM_INFO_BYTES)) : null;
    if (body) stream = readStreamInfo(body);
    if (!stream) return null;
    await reader.skip(size - (body?.length ?? 0));
    if (head[0]! & 128) return stream;
  }
}

async function* frames(
  reader: ByteReader,
  stream: StreamInfo,
  damage: SoundDamage,
): AsyncGenerator<Samples, void> {
  // A frame is never much longer than its samples written out.
  const longest = Math.ceil((stream.maxBlock * stream.channels * (stream.bits + 1)) / 8) + 64;
  let [lost, given] = [false, 0];
  for (;;) {
    const head = readFrameHead(await reader.peek(MAX_HEAD), stream);
    const bytes = head ? await reader.peek(longest) : await reader.peek(1);
    if (bytes.length === 0) break;
    const frame = head && attempt(() => decodeFrame(bytes, head, stream));
    if (frame) {
      await reader.skip(frame.length);
      given += head!.block;
      lost = false;
      yield frame.samples;
      continue;
    }
    if (!lost) damage.brokenFrames++;
    lost = true;
    await skipToSync(reader);
  }
  damage.truncated ||= given < stream.total && !(damage.brokenFrames > 0 && !lost);
}

function attempt<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch (error) {
    if (error instanceof BrokenFrame || error instanceof OutOfBits) return null;
    throw error;
  }
}

/** On to the next byte that may begin a frame. */
async function skipToSync(reader: ByteReader): Promise<void> {
  await reader.skip(1);
  for (;;) {
    const bytes = await reader.peek(4096);
    const at = bytes.indexOf(0xff);
    await reader.skip(at >= 0 ? at : bytes.length);
    if (at >= 0 || bytes.length === 0) return;
  }
}
