/** A marker segment of a JPEG's header (ITU-T T.81 annex B.1.1.4). */
export interface Segment {
  readonly marker: number;
  readonly payload: Uint8Array;
}

const MAX_SEGMENTS = 2_000;
const SOS = 0xda;

/** The header's segments in file order, up to the first scan. Stops quietly where the structure breaks. */
export function jpegSegments(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && segments.length < MAX_SEGMENTS) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === SOS || marker === 0xd9) break;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    if (length < 2 || at + 2 + length > bytes.length) break;
    segments.push({ marker, payload: bytes.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return segments;
}

/** `APP13 Photoshop 3.0`: an application segment and the name that it begins with. */
export function segmentName({ marker, payload }: Segment): string | null {
  if (marker === 0xfe) return 'COM';
  if (marker < 0xe0 || marker > 0xef) return null;
  const head = Buffer.from(payload.subarray(0, 29)).toString('latin1');
  const name = /^[\x20-\x7e]+/.exec(head)?.[0] ?? '';
  return `APP${marker - 0xe0} ${name.replace(/^http:\/\/ns\.adobe\.com\/xap\/1\.0\/$/, 'XMP')}`.trim();
}

/** Payload behind `prefix` of the first segment with that marker and prefix. */
export function findPayload(segments: readonly Segment[], marker: number, prefix: string): Uint8Array | null {
  for (const segment of segments) {
    if (segment.marker !== marker) continue;
    if (Buffer.from(segment.payload.subarray(0, prefix.length)).toString('latin1') === prefix) {
      return segment.payload.subarray(prefix.length);
    }
  }
  return null;
}

/** What the first frame header (SOF0–SOF15, T.81 annex B.2.2) states. */
export function frameSize(segments: readonly Segment[]): { width: number; height: number } | null {
  const isFrame = (marker: number) =>
    marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  const payload = segments.find(({ marker }) => isFrame(marker))?.payload;
  if (!payload || payload.length < 5) return null;
  return { height: (payload[1]! << 8) | payload[2]!, width: (payload[3]! << 8) | payload[4]! };
}
