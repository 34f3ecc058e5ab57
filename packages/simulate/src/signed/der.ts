import {
  BitString,
  type AsnType as Block,
  Constructed,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
  UTCTime,
  Utf8String,
} from 'asn1js';

/** DER by the few forms that certificates and signatures are made of (X.690). */
export const sequence = (...value: Block[]) => new Sequence({ value });
export const setOf = (...value: Block[]) => new SetOf({ value });
export const oid = (value: string) => new ObjectIdentifier({ value });
export const integer = (value: number) => new Integer({ value });
export const octets = (bytes: Uint8Array) => new OctetString({ valueHex: bufferOf(bytes) });
export const bits = (bytes: Uint8Array) => new BitString({ valueHex: bufferOf(bytes) });
export const utf8 = (value: string) => new Utf8String({ value });
export const utcTime = (value: Date) => new UTCTime({ valueDate: value });
export const nothing = () => new Null();
/** `[number]`, constructed. */
export const tagged = (number: number, ...value: Block[]) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: number }, value });

export const der = (block: Block): Uint8Array => new Uint8Array(block.toBER(false));

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
