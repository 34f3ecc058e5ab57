import {
  BitString,
  type AsnType as Block,
  Boolean as Bool,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js';

/** DER by the few forms that keys and time-stamp requests are made of (X.690). */
export const sequence = (...value: Block[]) => new Sequence({ value });
export const oid = (value: string) => new ObjectIdentifier({ value });
export const integer = (value: number) => new Integer({ value });
/** A positive INTEGER of any size, big-endian. */
export const bigInteger = (bytes: Uint8Array) => {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from++;
  const digits = bytes.subarray(from);
  return new Integer({ valueHex: bufferOf(digits[0]! & 0x80 ? [0, ...digits] : digits) });
};
export const octets = (bytes: Uint8Array) => new OctetString({ valueHex: bufferOf(bytes) });
export const bits = (bytes: Uint8Array) => new BitString({ valueHex: bufferOf(bytes) });
export const yes = () => new Bool({ value: true });
export const nothing = () => new Null();

export const der = (block: Block): Uint8Array => new Uint8Array(block.toBER(false));

const bufferOf = (bytes: ArrayLike<number>): ArrayBuffer => Uint8Array.from(bytes).buffer;
