/** MP3: frames are found here and decoded by mpg123 one by one, so that nothing but frames ever reaches it. */
import { MPEGDecoder } from 'mpg123-decoder';
import type { ByteReader } from '../bytes.ts';
import type { Decoder } from '../decoder.ts';
import { errors } from '../errors.ts';
import { joined } from '../frames.ts';
import type { Samples, SoundDamage } from '../types.ts';
import { type FrameHead, HEAD_BYTES, promisedFrames, readFrameHead } from './header.ts';

/** Bytes of what is no sound that may come before the first frame, tags apart. */
const MAX_LEAD = 1 << 16;
/** Frames that are handed on together. */
const TOGETHER = 16;

/** @throws CodedError `sound.corrupt`, `sound.decoder-unavailable` */
export async function openMp3(reader: ByteReader): Promise<Decoder> {
  await skipTags(reader);
  const head = await firstFrame(reader);
  if (!head) throw errors('sound.corrupt', { detailZh: '没有 MP3 帧', detailEn: 'there is no frame of MP3' });
  const promised = promisedFrames(await reader.peek(head.length));
  if (promised !== null) await reader.skip(head.length);
  const mpeg = new MPEGDecoder({ enableGapless: false });
  try {
    await mpeg.ready;
  } catch (cause) {
    throw errors('sound.decoder-unavailable', { format: 'MP3', detail: String(cause) }, { cause });
  }
  return {
    format: 'mp3',
    sampleRate: head.sampleRate,
    channels: head.channels,
    seconds: promised ? (promised * head.samples) / head.sampleRate : null,
    async *samples(damage) {
      let pieces: Samples[] = [];
      for await (const frame of frames(reader, head, damage)) {
        const { channelData, samplesDecoded, errors: failed } = mpeg.decodeFrame(frame);
        damage.brokenFrames += failed.length;
        if (samplesDecoded > 0) pieces.push(channelData);
        if (pieces.length < TOGETHER) continue;
        yield joined(pieces, head.channels);
        pieces = [];
      }
      if (pieces.length > 0) yield joined(pieces, head.channels);
    },
    free: () => mpeg.free(),
  };
}

/** ID3v2 (M. Nilsson, "ID3 tag version 2.4.0", 2000): four times seven bits of length. */
async function skipTags(reader: ByteReader): Promise<void> {
  for (;;) {
    const tag = await reader.peek(10);
    if (tag.length < 10 || Buffer.from(tag).toString('latin1', 0, 3) !== 'ID3') return;
    const size = tag.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
    await reader.skip(10 + size + (tag[5]! & 0x10 ? 10 : 0));
  }
}

/** Moves on to the first frame that another one of its kind follows. */
async function firstFrame(reader: ByteReader): Promise<FrameHead | null> {
  for (let passed = 0; passed < MAX_LEAD; passed++) {
    const head = readFrameHead(await reader.peek(HEAD_BYTES));
    if (head) {
      const bytes = await reader.peek(head.length + HEAD_BYTES);
      const next = bytes.subarray(head.length);
      if (bytes.length >= head.length && (next.length < HEAD_BYTES || alike(readFrameHead(next), head)))
        return head;
    }
    if ((await reader.skip(1)) === 0) return null;
  }
  return null;
}

const alike = (head: FrameHead | null, first: FrameHead) =>
  head?.sampleRate === first.sampleRate && head.channels === first.channels;

/** Frames of the first one's kind; anything else is passed over. */
async function* frames(
  reader: ByteReader,
  first: FrameHead,
  damage: SoundDamage,
): AsyncGenerator<Uint8Array, void> {
  let lost = false;
  for (;;) {
    const start = await reader.peek(HEAD_BYTES);
    // ID3v1: 128 bytes at the end; whatever its text says is no sound.
    if (start.length < HEAD_BYTES || Buffer.from(start).toString('latin1', 0, 3) === 'TAG') return;
    const head = readFrameHead(start);
    const good = head && alike(head, first) && (!lost || (await followed(reader, head, first)));
    if (!good) {
      if (!lost) damage.brokenFrames++;
      lost = true;
      await reader.skip(1);
      continue;
    }
    lost = false;
    const frame = await reader.take(head.length);
    if (frame.length === head.length) yield frame;
    else damage.truncated = true;
  }
}

/** After a loss any three bytes may look like a frame; one that another follows is better proof. */
async function followed(reader: ByteReader, head: FrameHead, first: FrameHead): Promise<boolean> {
  const next = (await reader.peek(head.length + HEAD_BYTES)).subarray(head.length);
  return next.length === 0 || alike(readFrameHead(next), first);
}
