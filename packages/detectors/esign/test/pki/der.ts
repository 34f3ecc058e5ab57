import { encode, encodeOid, encodeSetOf } from '../../src/asn1/writer.ts';

export const oid = encodeOid;
export const sequence = (...parts: readonly Uint8Array[]) => encode(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => encodeSetOf(parts);
export const octets = (bytes: Uint8Array) => encode(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0) => encode(0x03, Uint8Array.of(unused), bytes);
export const nothing = () => encode(0x05);
export const utf8 = (text: string) => encode(0x0c, Buffer.from(text));
export const boolean = (value: boolean) => encode(0x01, Uint8Array.of(value ? 0xff : 0));
export const enumerated = (value: number) => encode(0x0a, Uint8Array.of(value));

/** A non-negative number. */
export function integer(value: number | bigint): Uint8Array {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return encode(0x02, bytes[0]! & 0x80 ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes);
}

/** [tag], constructed. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]) => encode(0xa0 | tag, ...parts);
/** [tag], primitive. */
export const implicit = (tag: number, bytes: Uint8Array) => encode(0x80 | tag, bytes);

/** GeneralizedTime. */
export const time = (date: Date) =>
  encode(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));

/** A name of a country and a common name. */
export const name = (commonName: string) =>
  sequence(
    set(sequence(oid('2.5.4.6'), encode(0x13, Buffer.from('CN')))),
    set(sequence(oid('2.5.4.3'), utf8(commonName))),
  );
