import { encode } from '../../../src/asn1/writer.ts';
import { algorithmIdentifier } from '../../../src/ofd/method.ts';

export const sequence = (...parts: readonly Uint8Array[]) => encode(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => encode(0x31, ...parts);
/** [`tag`] EXPLICIT, or IMPLICIT of something constructed. */
export const context = (tag: number, ...parts: readonly Uint8Array[]) => encode(0xa0 | tag, ...parts);
export const octets = (content: Uint8Array) => encode(0x04, content);
export const bits = (content: Uint8Array) => encode(0x03, Uint8Array.of(0), content);
export const utf8 = (text: string) => encode(0x0c, Buffer.from(text));
export const ia5 = (text: string) => encode(0x16, Buffer.from(text, 'latin1'));
export const utcTime = (text: string) => encode(0x17, Buffer.from(text, 'latin1'));
export const generalizedTime = (text: string) => encode(0x18, Buffer.from(text, 'latin1'));
export const boolean = (value: boolean) => encode(0x01, Uint8Array.of(value ? 255 : 0));

/** An OBJECT IDENTIFIER. */
export const oid = (dotted: string) => algorithmIdentifier(dotted)!.at(0).bytes;

/** A non-negative INTEGER. */
export function integer(value: number | Uint8Array): Uint8Array {
  const hex = typeof value === 'number' ? value.toString(16) : Buffer.from(value).toString('hex');
  const digits = hex.replace(/^(00)+(?=..)/, '');
  const content = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return encode(0x02, content[0]! & 0x80 ? Buffer.concat([Uint8Array.of(0), content]) : content);
}
