// DER (ITU-T X.690, 10 and 11), as far as signed attributes have to be put into it.
import { type Asn1, MAX_DEPTH, TAG } from './reader.ts';
import { octetsOf } from './values.ts';

/** One element; `identifier` is the whole first octet, e.g. 0x30 for SEQUENCE. */
export function encode(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const header = [identifier];
  if (length < 0x80) header.push(length);
  else {
    const octets: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
    header.push(0x80 | octets.length, ...octets);
  }
  return Buffer.concat([Uint8Array.from(header), ...contents]);
}

/** OBJECT IDENTIFIER of a dotted text. */
export function encodeOid(oid: string): Uint8Array {
  const [first, second, ...rest] = oid.split('.').map(Number);
  const octets = [first! * 40 + second!, ...rest].flatMap((arc) => {
    const septets = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      septets.unshift((left % 128) | 0x80);
    }
    return septets;
  });
  return encode(6, Uint8Array.from(octets));
}

/** SET OF in the order that DER asks for (X.690, 11.6). */
export const encodeSetOf = (elements: readonly Uint8Array[]): Uint8Array =>
  encode(0x31, ...[...elements].sort(Buffer.compare));

const isString = (node: Asn1) => node.tagClass === 0 && node.tag !== TAG.SEQUENCE && node.tag !== TAG.SET;

/** The same value in DER: definite minimal lengths, strings in one piece, sets in order. Tags below 31 only, as RFC 5652 uses them. */
export function toDer(node: Asn1, depth = 0): Uint8Array {
  if (depth > MAX_DEPTH || node.tag >= 31) return node.bytes;
  const identifier = (node.tagClass << 6) | node.tag;
  if (!node.constructed) return encode(identifier, node.content);
  if (isString(node)) return encode(identifier, octetsOf(node));
  const children = node.children.map((child) => toDer(child, depth + 1));
  return node.is(TAG.SET) ? encodeSetOf(children) : encode(identifier | 0x20, ...children);
}
