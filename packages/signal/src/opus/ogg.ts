/** S. Pfeiffer, "The Ogg encapsulation format version 0", RFC 3533 (2003): pages with a checksum, packets across them. */
import type { ByteReader } from '../bytes.ts';

export interface OggPage {
  readonly serial: number;
  readonly sequence: number;
  /** First and last page of its stream. */
  readonly first: boolean;
  readonly last: boolean;
  /** Whether its first packet began on an earlier page. */
  readonly continued: boolean;
  /** Position of the last packet that ends here, in the coding's own unit; -1 where none does. */
  readonly granule: number;
  /** What lies between packet ends; the last one goes on with the next page where `open`. */
  readonly packets: readonly Uint8Array[];
  readonly open: boolean;
}

const HEAD = 27;
const MAGIC = Buffer.from('OggS');
/** Bytes that are searched at a time for the next page. */
const SEARCHED = 1 << 16;

/** The next whole page; what is no page is passed over and reported. Null at the end. */
export async function nextPage(reader: ByteReader, skipped: () => void): Promise<OggPage | null> {
  let lost = false;
  for (;;) {
    const head = await reader.peek(HEAD + 255);
    if (head.length < HEAD) {
      if (lost || head.length > 0) skipped();
      return null;
    }
    const page = startsPage(head) ? await wholePage(reader, head) : null;
    if (page) {
      if (lost) skipped();
      return page;
    }
    lost = true;
    await skipToMagic(reader);
  }
}

const startsPage = (head: Uint8Array) => MAGIC.equals(head.subarray(0, 4)) && head[4] === 0;

/** Takes the page if its checksum holds; otherwise nothing is taken. */
async function wholePage(reader: ByteReader, head: Uint8Array): Promise<OggPage | null> {
  const laces = head.subarray(HEAD, HEAD + head[26]!);
  const length = HEAD + head[26]! + laces.reduce((sum, lace) => sum + lace, 0);
  const bytes = await reader.peek(length);
  if (bytes.length < length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  if (checksum(bytes) !== view.getUint32(22, true)) return null;
  await reader.take(length);
  return {
    serial: view.getUint32(14, true),
    sequence: view.getUint32(18, true),
    continued: (bytes[5]! & 1) !== 0,
    first: (bytes[5]! & 2) !== 0,
    last: (bytes[5]! & 4) !== 0,
    granule: Number(view.getBigInt64(6, true)),
    ...packetsOf(bytes.subarray(HEAD + laces.length), bytes.subarray(HEAD, HEAD + laces.length)),
  };
}

/** A packet ends with the first lace below 255. */
function packetsOf(body: Uint8Array, laces: Uint8Array): Pick<OggPage, 'packets' | 'open'> {
  const packets: Uint8Array[] = [];
  let [start, end, open] = [0, 0, false];
  for (const lace of laces) {
    end += lace;
    open = lace === 255;
    if (open) continue;
    packets.push(body.subarray(start, end));
    start = end;
  }
  if (open) packets.push(body.subarray(start, end));
  return { packets, open };
}

async function skipToMagic(reader: ByteReader): Promise<void> {
  await reader.skip(1);
  for (;;) {
    const bytes = await reader.peek(SEARCHED);
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(MAGIC);
    if (at >= 0) {
      await reader.skip(at);
      return;
    }
    // The magic may be cut in two by the end of what was searched.
    const passed = bytes.length < SEARCHED ? bytes.length : bytes.length - MAGIC.length + 1;
    await reader.skip(passed);
    if (bytes.length < SEARCHED) return;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest < 0 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest >>> 0;
});

/** CRC-32 of the page, its own four bytes taken as zero. */
export function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = i >= 22 && i < 26 ? 0 : bytes[i]!;
    crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ byte]!;
  }
  return crc >>> 0;
}
