/** J.-M. Valin, K. Vos and T. Terriberry, "Definition of the Opus audio codec", RFC 6716 (2012), section 3. */

/** Longest packet, in samples at 48 kHz: 120 ms. */
const LONGEST = 5760;
const LONGEST_FRAME = 1275;
const FRAME_SAMPLES = [
  [480, 960, 1920, 2880],
  [480, 960],
  [120, 240, 480, 960],
] as const;

/** Samples at 48 kHz that a packet stands for; null where it breaks the rules of section 3.4. */
export function packetSamples(packet: Uint8Array): number | null {
  const toc = packet[0];
  if (toc === undefined) return null;
  const configuration = toc >> 3;
  const sizes = FRAME_SAMPLES[configuration < 12 ? 0 : configuration < 16 ? 1 : 2];
  const frames = frameCount(packet, toc & 3);
  if (frames === null) return null;
  const samples = frames * sizes[configuration % sizes.length]!;
  return samples > LONGEST ? null : samples;
}

function frameCount(packet: Uint8Array, code: number): number | null {
  const body = packet.length - 1;
  if (code === 0) return body <= LONGEST_FRAME ? 1 : null;
  if (code === 1) return body % 2 === 0 && body / 2 <= LONGEST_FRAME ? 2 : null;
  if (code === 2) {
    const first = frameLength(packet, 1);
    if (!first || first.next + first.length > packet.length) return null;
    return packet.length - first.next - first.length <= LONGEST_FRAME ? 2 : null;
  }
  return manyFrames(packet);
}

/** Code 3: a count, padding, and lengths of all frames but the last unless all are of one. */
function manyFrames(packet: Uint8Array): number | null {
  const head = packet[1];
  if (head === undefined || (head & 63) === 0) return null;
  const frames = head & 63;
  let at = 2;
  let padding = 0;
  if (head & 64) {
    let byte = 255;
    while (byte === 255) {
      byte = packet[at++] ?? Number.NaN;
      padding += byte === 255 ? 254 : byte;
    }
  }
  // A missing byte makes the padding, and so what is left, no number.
  let left = packet.length - at - padding;
  if (!(left >= 0)) return null;
  if (!(head & 128)) return left % frames === 0 && left / frames <= LONGEST_FRAME ? frames : null;
  for (let frame = 1; frame < frames; frame++) {
    const found = frameLength(packet, at);
    if (!found) return null;
    left -= found.next - at + found.length;
    at = found.next;
  }
  return left >= 0 && left <= LONGEST_FRAME ? frames : null;
}

/** Section 3.2.1: one byte, or two from 252 on. */
function frameLength(packet: Uint8Array, at: number): { length: number; next: number } | null {
  const [first, second] = [packet[at], packet[at + 1]];
  if (first === undefined) return null;
  if (first < 252) return { length: first, next: at + 1 };
  return second === undefined ? null : { length: second * 4 + first, next: at + 2 };
}
