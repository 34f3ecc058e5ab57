import { createHash, getHashes } from 'node:crypto';
import { sm3 } from 'sm-crypto-v2';

export type DigestName =
  | 'SHA1'
  | 'SHA224'
  | 'SHA256'
  | 'SHA384'
  | 'SHA512'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'
  | 'SHAKE256'
  | 'MD5'
  | 'SM3';

/** Node's name of each, its length in octets, and its object identifiers, the usual one first. */
const digests: Readonly<Record<DigestName, { node: string; length: number; oids: readonly string[] }>> = {
  SHA1: { node: 'sha1', length: 20, oids: ['1.3.14.3.2.26'] },
  SHA224: { node: 'sha224', length: 28, oids: ['2.16.840.1.101.3.4.2.4'] },
  SHA256: { node: 'sha256', length: 32, oids: ['2.16.840.1.101.3.4.2.1'] },
  SHA384: { node: 'sha384', length: 48, oids: ['2.16.840.1.101.3.4.2.2'] },
  SHA512: { node: 'sha512', length: 64, oids: ['2.16.840.1.101.3.4.2.3'] },
  'SHA3-256': { node: 'sha3-256', length: 32, oids: ['2.16.840.1.101.3.4.2.8'] },
  'SHA3-384': { node: 'sha3-384', length: 48, oids: ['2.16.840.1.101.3.4.2.9'] },
  'SHA3-512': { node: 'sha3-512', length: 64, oids: ['2.16.840.1.101.3.4.2.10'] },
  // RFC 8419: with Ed448, 512 bits of output.
  SHAKE256: { node: 'shake256', length: 64, oids: ['2.16.840.1.101.3.4.2.12', '2.16.840.1.101.3.4.2.18'] },
  MD5: { node: 'md5', length: 16, oids: ['1.2.840.113549.2.5'] },
  // GM/T 0006: .401 the hash, .401.1 without and .401.2 with a key.
  SM3: {
    node: 'sm3',
    length: 32,
    oids: ['1.2.156.10197.1.401', '1.2.156.10197.1.401.1', '1.2.156.197.1.401'],
  },
};

export const digestNames = Object.keys(digests) as readonly DigestName[];
const byOid = new Map(digestNames.flatMap((name) => digests[name].oids.map((oid) => [oid, name] as const)));
const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const byText = new Map(digestNames.map((name) => [plain(name), name] as const));
const nativeSm3 = getHashes().includes('sm3');

export const digestByOid = (oid: string): DigestName | null => byOid.get(oid) ?? null;

/** `sm3`, `SHA-256`, `sha256`, `urn:oid:…` or a dotted object identifier; null where unknown. */
export function digestByName(text: string): DigestName | null {
  const trimmed = text.trim().replace(/^urn:oid:/i, '');
  return digestByOid(trimmed) ?? byText.get(plain(trimmed)) ?? null;
}

export const digestLength = (name: DigestName): number => digests[name].length;
export const digestOid = (name: DigestName): string => digests[name].oids[0]!;
/** As node:crypto calls it. */
export const nodeDigest = (name: DigestName): string => digests[name].node;

/** The hash of `chunks` one after another. */
export function digest(name: DigestName, ...chunks: readonly Uint8Array[]): Uint8Array {
  if (name === 'SM3' && !nativeSm3)
    return Buffer.from(sm3(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)), 'hex');
  const hash = createHash(
    digests[name].node,
    name === 'SHAKE256' ? { outputLength: digests[name].length } : undefined,
  );
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}
