import { errors } from '../errors.ts';
import { CODE_WORDS } from '../search/bits.ts';
import { GEOMETRY } from '../template/geometry.ts';
import { CELLS, type PolarMap } from './polar.ts';

/** What a seal is known again by. */
export interface SealFingerprint {
  /** Codes for the two likeliest ways up, to search by. */
  readonly codes: readonly Uint32Array[];
  readonly map: PolarMap;
}

/** The second keeps finer maps; the third has codes of other directions. */
const VERSION = 3;
const CODES = 2;
const IMPRINT_BYTES = 1 + CODES * CODE_WORDS * 4 + CELLS / 4;
const TEMPLATE_BYTES = 1 + GEOMETRY;

export function imprintToText({ codes, map }: SealFingerprint): string {
  const bytes = Buffer.alloc(IMPRINT_BYTES);
  bytes[0] = VERSION;
  let at = 1;
  for (const code of codes) for (const word of code) at = bytes.writeUInt32LE(word, at);
  for (let cell = 0; cell < CELLS; cell += 4)
    bytes[at++] = map[cell]! | (map[cell + 1]! << 2) | (map[cell + 2]! << 4) | (map[cell + 3]! << 6);
  return bytes.toString('base64url');
}

/** @throws CodedError `seal.fingerprint-unreadable` */
export function imprintFromText(text: string): SealFingerprint {
  const bytes = read(text, IMPRINT_BYTES);
  let at = 1;
  const codes = Array.from({ length: CODES }, () =>
    Uint32Array.from({ length: CODE_WORDS }, () => {
      at += 4;
      return bytes.readUInt32LE(at - 4);
    }),
  );
  const map = new Uint8Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) map[cell] = (bytes[at + (cell >> 2)]! >> (2 * (cell & 3))) & 3;
  return { codes, map };
}

/** A geometry to 1/255. */
export function templateToText(geometry: Float32Array): string {
  return Buffer.from([VERSION, ...Array.from(geometry, (value) => Math.round(255 * value))]).toString(
    'base64url',
  );
}

/** @throws CodedError `seal.fingerprint-unreadable` */
export function templateFromText(text: string): Float32Array {
  return Float32Array.from(read(text, TEMPLATE_BYTES).subarray(1), (byte) => byte / 255);
}

function read(text: string, length: number): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes[0] !== VERSION)
    throw errors('seal.fingerprint-unreadable', { detail: `version ${bytes[0] ?? '–'}` });
  if (bytes.length !== length)
    throw errors('seal.fingerprint-unreadable', { detail: `${bytes.length} bytes` });
  return bytes;
}
