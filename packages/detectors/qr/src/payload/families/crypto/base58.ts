// Base58Check as Bitcoin writes it (en.bitcoin.it/wiki/Base58Check_encoding): version, payload, first four bytes of the double SHA-256.
import { sha256 } from '@noble/hashes/sha2.js';

const LETTERS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Undoing base 58 takes time quadratic in the length, and no address is longer. */
const LONGEST = 64;

/** Version and payload, 21 bytes for an address; null where letters or checksum are wrong. */
export function base58Check(text: string): Uint8Array | null {
  if (text.length < 6 || text.length > LONGEST) return null;
  let number = 0n;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return null;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16);
  const body = number === 0n ? [] : Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const zeros = text.length - text.replace(/^1+/, '').length;
  const bytes = Uint8Array.from([...new Uint8Array(zeros), ...body]);
  if (bytes.length < 5) return null;
  const payload = bytes.slice(0, -4);
  const sum = sha256(sha256(payload));
  return bytes.slice(-4).every((byte, at) => byte === sum[at]) ? payload : null;
}
