import { errors } from '../errors.ts';
import { SLOTS } from '../minhash/index.ts';

// Little-endian: "JZSI", version (u32), slots (u32), texts (u32), sketches (u16 a slot).
const MAGIC = 0x49535a4a;
const VERSION = 1;
const HEAD = 16;

export function writeSketches(
  numbers: readonly number[],
  sketchOf: (number: number) => Uint16Array,
): Uint8Array {
  const bytes = new Uint8Array(HEAD + numbers.length * SLOTS * 2);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, SLOTS, numbers.length].forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  let at = HEAD;
  for (const number of numbers)
    for (const value of sketchOf(number)) {
      view.setUint16(at, value, true);
      at += 2;
    }
  return bytes;
}

/** Sketches one behind the other. @throws CodedError `script.index-unreadable` */
export function readSketches(bytes: Uint8Array): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number) => (bytes.length >= HEAD ? view.getUint32(4 * i, true) : 0);
  const sound = word(0) === MAGIC && word(1) === VERSION && word(2) === SLOTS;
  if (!sound || bytes.length !== HEAD + word(3) * SLOTS * 2)
    throw errors('script.index-unreadable', { detail: `${bytes.length} B, v${word(1)}` });
  return Uint16Array.from({ length: word(3) * SLOTS }, (_, i) => view.getUint16(HEAD + 2 * i, true));
}
