import { fromBER } from 'asn1js';

/** One value of DER, with where it lies: what was signed is hashed as it stands, never as it would be written again. */
export interface DerNode {
  /** `universal` 16 is a SEQUENCE; `context` is `[n]`. */
  readonly tagClass: 'universal' | 'context' | 'other';
  readonly tag: number;
  readonly constructed: boolean;
  readonly children: readonly DerNode[];
  /** Contents, without tag and length. */
  readonly content: Uint8Array;
  /** The whole, tag and length included. */
  readonly bytes: Uint8Array;
}

export const TAG = {
  INTEGER: 2,
  BIT_STRING: 3,
  OCTET_STRING: 4,
  OID: 6,
  SEQUENCE: 16,
  SET: 17,
  GENERALIZED_TIME: 24,
} as const;

/** Deeper nesting than any certificate or token has is a bomb. */
const DEEPEST = 40;

export class DerError extends Error {}

/** The one value that `bytes` hold. @throws DerError also where something follows it */
export function readDer(bytes: Uint8Array): DerNode {
  // asn1js decides what is well-formed; positions are then read from the bytes themselves, which it does not keep for every form.
  const { offset, result } = fromBER(Uint8Array.from(bytes).buffer);
  if (offset === -1) throw new DerError(result.error || 'not DER');
  const node = at(bytes, 0, 0);
  if (node.bytes.length !== bytes.length) throw new DerError('something follows the value');
  return node;
}

function at(bytes: Uint8Array, start: number, depth: number): DerNode {
  if (depth > DEEPEST) throw new DerError('nested too deeply');
  const first = bytes[start];
  let lengthAt = start + 1;
  if (first === undefined || lengthAt >= bytes.length) throw new DerError('cut off');
  if ((first & 0x1f) === 0x1f) throw new DerError('tags above 30 are not used here');
  let length = bytes[lengthAt++]!;
  if (length === 0x80) throw new DerError('indefinite length is not DER');
  if (length > 0x80) {
    const count = length & 0x7f;
    if (count > 4) throw new DerError('too long');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[lengthAt++] ?? Number.NaN);
  }
  const end = lengthAt + length;
  if (!(end <= bytes.length)) throw new DerError('cut off');
  const constructed = (first & 0x20) !== 0;
  const children: DerNode[] = [];
  for (let next = lengthAt; constructed && next < end; ) {
    const child = at(bytes.subarray(0, end), next, depth + 1);
    children.push(child);
    next += child.bytes.length;
  }
  return {
    tagClass: first >> 6 === 0 ? 'universal' : first >> 6 === 2 ? 'context' : 'other',
    tag: first & 0x1f,
    constructed,
    children,
    content: bytes.subarray(lengthAt, end),
    bytes: bytes.subarray(start, end),
  };
}

export const is = (node: DerNode | undefined, tag: number): node is DerNode =>
  node?.tagClass === 'universal' && node.tag === tag;
export const isContext = (node: DerNode | undefined, tag: number): node is DerNode =>
  node?.tagClass === 'context' && node.tag === tag;

/** @throws DerError where the node is missing or another form */
export function expect(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tagClass === 'universal' && node.tag === tag) return node;
  throw new DerError(`expected tag ${tag}, found ${node?.tag ?? 'nothing'}`);
}

export function oidOf(node: DerNode | undefined): string {
  const { content } = expect(node, TAG.OID);
  const parts: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    parts.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = parts;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - 40 * root, ...rest].join('.');
}
