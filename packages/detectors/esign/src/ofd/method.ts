import { type Asn1, readAsn1 } from '../asn1/reader.ts';
import { encode } from '../asn1/writer.ts';

/** A dotted object identifier as an AlgorithmIdentifier; null where it is none. X.690, 8.19. */
export function algorithmIdentifier(oid: string): Asn1 | null {
  if (!/^[012](\.\d{1,9}){1,30}$/.test(oid)) return null;
  const [root, first, ...rest] = oid.split('.').map(Number);
  const octets = [40 * root! + first!, ...rest].flatMap(base128);
  return readAsn1(encode(0x30, encode(0x06, Uint8Array.from(octets))));
}

function base128(value: number): number[] {
  const octets = [value & 0x7f];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    octets.unshift((left & 0x7f) | 0x80);
  return octets;
}
