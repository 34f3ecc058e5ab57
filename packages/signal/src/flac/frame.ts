import type { Samples } from '../types.ts';
import { BitReader } from './bits.ts';
import { crc16 } from './crc.ts';
import type { FrameHead, StreamInfo } from './head.ts';
import { BrokenFrame, readSubframe } from './subframe.ts';

/**
 * Decodes one frame.
 *
 * @param bytes from the frame's first on; more may follow
 * @throws BrokenFrame, OutOfBits
 */
export function decodeFrame(
  bytes: Uint8Array,
  head: FrameHead,
  stream: StreamInfo,
): { samples: Samples; length: number } {
  const reader = new BitReader(bytes.subarray(head.length));
  const channels = Array.from({ length: stream.channels }, (_, channel) => {
    const samples = new Float64Array(head.block);
    readSubframe(reader, stream.bits + (isSide(head.stereo, channel) ? 1 : 0), samples);
    return samples;
  });
  reader.align();
  const end = head.length + reader.position;
  if (reader.unsigned(16) !== crc16(bytes.subarray(0, end))) throw new BrokenFrame();
  part(head.stereo, channels);
  const scale = 2 ** (stream.bits - 1);
  const samples = channels.map((values) => Float32Array.from(values, (value) => value / scale));
  return { samples, length: end + 2 };
}

const isSide = (stereo: FrameHead['stereo'], channel: number) =>
  stereo === 'side-right' ? channel === 0 : stereo !== 'apart' && channel === 1;

/** Section 4.2: left and right again out of one of them, or of the sum, and the difference. */
function part(stereo: FrameHead['stereo'], [first, second]: readonly Float64Array[]): void {
  if (stereo === 'apart' || !first || !second) return;
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (stereo === 'left-side') second[i] = a - b;
    else if (stereo === 'side-right') first[i] = a + b;
    else {
      // The sum lost its last bit, which is that of the difference.
      const sum = 2 * a + Math.abs(b % 2);
      first[i] = (sum + b) / 2;
      second[i] = (sum - b) / 2;
    }
  }
}
