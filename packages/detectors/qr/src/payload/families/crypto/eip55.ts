// EIP-55 (Vitalik Buterin, Alex Van de Sande): a hex letter is upper case where the digit of the lower-case text's Keccak-256 is 8 or more.
import { keccak_256 } from '@noble/hashes/sha3.js';

/** `none`: written in one case, so nothing is checked. Null where the text is no address of 20 bytes in hex. */
export function ethereumChecksum(text: string): 'valid' | 'none' | 'invalid' | null {
  if (!/^0x[0-9a-f]{40}$/i.test(text)) return null;
  const digits = text.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return 'none';
  return digits === checksummed(digits.toLowerCase()) ? 'valid' : 'invalid';
}

function checksummed(lower: string): string {
  const hash = Buffer.from(keccak_256(Buffer.from(lower, 'ascii'))).toString('hex');
  return [...lower]
    .map((digit, at) => (Number.parseInt(hash[at]!, 16) > 7 ? digit.toUpperCase() : digit))
    .join('');
}
