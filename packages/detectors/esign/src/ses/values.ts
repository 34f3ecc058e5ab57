import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { bitsOf, octetsOf } from '../asn1/values.ts';
import { errors } from '../errors.ts';
import { isoTime } from '../time.ts';

/** Octets of a BIT STRING that must be whole octets: hashes and signatures are. @throws `esign.malformed-ses` */
export function readBits(node: Asn1): Uint8Array {
  if (node.is(TAG.OCTET_STRING)) return octetsOf(node);
  if (!node.constructed && node.content[0] !== 0)
    throw errors('esign.malformed-ses', { problem: 'a bit string of broken octets' });
  return bitsOf(node);
}

/** A time of whatever type: UTCTime, GeneralizedTime, text, or a bit string that holds either. Null where unreadable. */
export function readTime(node: Asn1): string | null {
  if (!node.is(TAG.BIT_STRING)) return isoTime(Buffer.from(octetsOf(node)).toString('latin1'));
  const octets = bitsOf(node);
  const isElement = octets[0] === TAG.UTC_TIME || octets[0] === TAG.GENERALIZED_TIME;
  const text = isElement && octets[1] === octets.length - 2 ? readAsn1(octets).content : octets;
  return isoTime(Buffer.from(text).toString('latin1'));
}
