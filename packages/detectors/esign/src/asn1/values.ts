import { errors } from '../errors.ts';
import { type Asn1, MAX_DEPTH, TAG } from './reader.ts';

const fail = (node: Asn1, problem: string) => errors('esign.malformed-asn1', { at: node.start, problem });

/** Dotted decimal. @throws `esign.malformed-asn1` */
export function oidOf(node: Asn1): string {
  const content = node.expect(TAG.OID).content;
  if (content.length === 0 || content.length > 64) throw fail(node, 'object-identifier');
  const arcs: bigint[] = [];
  let value = 0n;
  for (const octet of content) {
    value = (value << 7n) | BigInt(octet & 0x7f);
    if (octet & 0x80) continue;
    arcs.push(value);
    value = 0n;
  }
  const first = arcs.shift();
  if (first === undefined || content.at(-1)! & 0x80) throw fail(node, 'object-identifier');
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...arcs].join('.');
}

/** Content of an INTEGER or ENUMERATED in hexadecimal, without leading zero octets. */
export function integerHex(node: Asn1): string {
  if (!node.is(TAG.INTEGER) && !node.is(TAG.ENUMERATED)) throw fail(node, 'not-an-integer');
  const hex = Buffer.from(node.content)
    .toString('hex')
    .replace(/^(00)+/, '');
  return hex || '00';
}

/** A small non-negative INTEGER or ENUMERATED. @throws `esign.malformed-asn1` beyond 2³¹ */
export function integerOf(node: Asn1): number {
  const hex = integerHex(node);
  if (hex.length > 8 || (node.content[0]! & 0x80) !== 0) throw fail(node, 'integer-out-of-range');
  return Number.parseInt(hex, 16);
}

export const booleanOf = (node: Asn1): boolean =>
  node.expect(TAG.BOOLEAN).content.some((octet) => octet !== 0);

/** Octets of a string type, of whatever tag: BER may have cut it in pieces. */
export function octetsOf(node: Asn1, depth = 0): Uint8Array {
  if (!node.constructed) return node.content;
  if (depth > MAX_DEPTH) throw fail(node, 'too-deep');
  const { children } = node;
  if (children.length === 1) return octetsOf(children[0]!, depth + 1);
  return Buffer.concat(children.map((child) => octetsOf(child, depth + 1)));
}

/** Octets of a BIT STRING without the count of unused bits. */
export function bitsOf(node: Asn1, depth = 0): Uint8Array {
  node.expect(TAG.BIT_STRING);
  if (depth > MAX_DEPTH) throw fail(node, 'too-deep');
  if (node.constructed) return Buffer.concat(node.children.map((child) => bitsOf(child, depth + 1)));
  if (node.content.length === 0) throw fail(node, 'empty-bit-string');
  return node.content.subarray(1);
}

/** Bit `index` of a named bit list, the first being 0. */
export const bitAt = (bits: Uint8Array, index: number): boolean =>
  ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });
const utf16 = new TextDecoder('utf-16be');

/** Text of any string type. Chinese issuers put GBK into PrintableString and UTF8String alike, so GB 18030 is tried second. */
export function textOf(node: Asn1): string {
  const octets = octetsOf(node);
  if (node.is(TAG.BMP_STRING)) return utf16.decode(octets);
  if (node.is(TAG.UNIVERSAL_STRING)) {
    const points = Array.from({ length: octets.length >> 2 }, (_, i) =>
      new DataView(octets.buffer, octets.byteOffset + i * 4, 4).getUint32(0),
    );
    return String.fromCodePoint(...points.map((point) => (point > 0x10ffff ? 0xfffd : point)));
  }
  for (const decoder of [utf8, gb18030]) {
    try {
      return decoder.decode(octets);
    } catch {
      // the next decoder
    }
  }
  return Buffer.from(octets).toString('latin1');
}

const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,](\d+))?(Z|[+-]\d{4})?$/;

/** UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5), tolerating omitted seconds, fractions and offsets; without a zone it is UTC. */
export function timeOf(node: Asn1): Date {
  const short = node.is(TAG.UTC_TIME);
  if (!short && !node.is(TAG.GENERALIZED_TIME)) throw fail(node, 'not-a-time');
  const match = TIME.exec(Buffer.from(octetsOf(node)).toString('latin1').trim());
  if (!match || (match[1]!.length === 2) !== short) throw fail(node, 'time');
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const fullYear = short ? year! + (year! < 50 ? 2000 : 1900) : year!;
  const fraction = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000) : 0;
  const time = Date.UTC(fullYear, month! - 1, day, hour, minute, second, fraction);
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31 || Number.isNaN(time)) throw fail(node, 'time');
  const zone = match[8] ?? 'Z';
  if (zone === 'Z') return new Date(time);
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return new Date(time - (zone[0] === '-' ? -offset : offset) * 60_000);
}
