import { errors } from '../errors.ts';
import { minHash, SLOTS } from '../minhash/index.ts';
import { normalise } from '../normalise/index.ts';
import { remix } from '../shingle/hash.ts';
import { shingles } from '../shingle/index.ts';

/** What a text is found again by. */
export interface ScriptFingerprint {
  /** Distinct shingles of the text; beyond 65,535 it says so many. */
  readonly shingles: number;
  readonly sketch: Uint16Array;
}

/** Shorter texts are greetings and single sentences that strangers share. */
export const FEWEST_SHINGLES = 40;

const VERSION = 1;
const BYTES = 3 + 2 * SLOTS;

/** Of an original text; null where it is too short to tell anything. */
export const fingerprintText = (text: string): ScriptFingerprint | null =>
  fingerprintShingles(shingles(normalise(text).text));

export function fingerprintShingles(hashes: Uint32Array): ScriptFingerprint | null {
  if (hashes.length < FEWEST_SHINGLES) return null;
  return { shingles: Math.min(hashes.length, 0xffff), sketch: minHash(hashes) };
}

/** base64url, 324 characters. */
export function fingerprintToText({ shingles, sketch }: ScriptFingerprint): string {
  const bytes = Buffer.alloc(BYTES);
  bytes[0] = VERSION;
  bytes.writeUInt16LE(shingles, 1);
  sketch.forEach((value, slot) => {
    bytes.writeUInt16LE(value, 3 + 2 * slot);
  });
  return bytes.toString('base64url');
}

/** @throws CodedError `script.fingerprint-unreadable` */
export function fingerprintFromText(text: string): ScriptFingerprint {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BYTES || bytes[0] !== VERSION)
    throw errors('script.fingerprint-unreadable', { detail: `${bytes.length} B, v${bytes[0] ?? '–'}` });
  return {
    shingles: bytes.readUInt16LE(1),
    sketch: Uint16Array.from({ length: SLOTS }, (_, slot) => bytes.readUInt16LE(3 + 2 * slot)),
  };
}

/** 16 hexadecimal digits that name a sketch: equal for texts that are equal once masked. */
export function digestOf({ sketch }: Pick<ScriptFingerprint, 'sketch'>): string {
  let [high, low] = [0, 0];
  for (const value of sketch) {
    high = remix(high ^ value, 3);
    low = remix(low ^ value, 4);
  }
  return [high, low].map((word) => word.toString(16).padStart(8, '0')).join('');
}
