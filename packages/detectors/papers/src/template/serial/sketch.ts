import { errors } from '../../errors.ts';
import { SLOTS } from '../sketch/index.ts';

/** Changes with the features, slots or hashes: sketches of two versions cannot be compared. */
const VERSION = 2;

/** The compact vector as the value of a `document_template` trace: a version byte and 96 slots of 16 bits, base64url, 258 characters. */
export function sketchToText(sketch: Uint16Array): string {
  const bytes = new Uint8Array(1 + 2 * SLOTS);
  bytes[0] = VERSION;
  sketch.forEach((slot, i) => {
    bytes[1 + 2 * i] = slot & 0xff;
    bytes[2 + 2 * i] = slot >>> 8;
  });
  return Buffer.from(bytes).toString('base64url');
}

/** @throws CodedError `papers.template-unreadable` for another version or length */
export function sketchFromText(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes[0] !== VERSION)
    throw errors('papers.template-unreadable', { detail: `version ${bytes[0] ?? '–'}` });
  if (bytes.length !== 1 + 2 * SLOTS)
    throw errors('papers.template-unreadable', { detail: `${bytes.length} bytes` });
  return Uint16Array.from({ length: SLOTS }, (_, i) => bytes[1 + 2 * i]! | (bytes[2 + 2 * i]! << 8));
}
