/** J. Sjoberg et al., "RTP payload format and file storage format for AMR and AMR-WB", RFC 4867 (2007), section 5. */
import { decoder as amrDecoder } from '@audio/decode-amr';
import type { ByteReader } from '../bytes.ts';
import type { Decoder } from '../decoder.ts';
import { errors } from '../errors.ts';
import { joined } from '../frames.ts';
import type { Samples, SoundDamage } from '../types.ts';

/** Bytes of a frame by its type, the type's own byte included: speech, comfort noise, lost, nothing. 0: none such. */
const SIZES = {
  'amr-nb': [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1],
  'amr-wb': [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1],
} as const;
const MAGIC = { 'amr-nb': '#!AMR\n', 'amr-wb': '#!AMR-WB\n' } as const;
const RATE = { 'amr-nb': 8000, 'amr-wb': 16_000 } as const;
/** Frames of 20 ms that are handed on together. */
const TOGETHER = 25;

/** @throws CodedError `sound.decoder-unavailable` */
export async function openAmr(reader: ByteReader, format: 'amr-nb' | 'amr-wb'): Promise<Decoder> {
  const amr = await amrDecoder().catch((cause: unknown) => {
    throw errors('sound.decoder-unavailable', { format: 'AMR', detail: String(cause) }, { cause });
  });
  // The decoder learns from the magic which of the two it is, but wants nine bytes to look at: the magic, then no frames.
  await reader.take(MAGIC[format].length);
  const nothing = '\x7c'.repeat(9);
  amr.decode(Buffer.from((MAGIC[format] + nothing).slice(0, 9), 'latin1'));
  return {
    format,
    sampleRate: RATE[format],
    channels: 1,
    seconds: null,
    async *samples(damage) {
      let pieces: Samples[] = [];
      for await (const frame of frames(reader, SIZES[format], damage)) {
        pieces.push(amr.decode(frame).channelData);
        if (pieces.length < TOGETHER) continue;
        yield joined(pieces, 1);
        pieces = [];
      }
      if (pieces.length > 0) yield joined(pieces, 1);
    },
    free: () => amr.free(),
  };
}

/** Whole frames; what cannot begin one is passed over until something can. */
async function* frames(
  reader: ByteReader,
  sizes: readonly number[],
  damage: SoundDamage,
): AsyncGenerator<Uint8Array, void> {
  let lost = false;
  for (;;) {
    const [type] = await reader.peek(1);
    if (type === undefined) return;
    const size = frameSize(type, sizes);
    const bytes = await reader.peek(size + 1);
    const next = bytes[size];
    // After a loss any byte may look like a frame; one that another follows is better proof.
    const good = size > 0 && (!lost || next === undefined || frameSize(next, sizes) > 0);
    if (!good) {
      if (!lost) damage.brokenFrames++;
      lost = true;
      await reader.skip(1);
      continue;
    }
    lost = false;
    const frame = await reader.take(size);
    if (frame.length === size) yield frame;
    else damage.truncated = true;
  }
}

/** The first bit and the last two of a type's byte are zero. */
const frameSize = (type: number, sizes: readonly number[]) => (type & 0x83 ? 0 : sizes[type >> 3]!);
