// Algorithms that signatures may no longer rest on: a table, with the authority and the date of each.
import type { SignatureAlgorithm } from './algorithm.ts';
import type { DigestName } from './digest.ts';
import { keySize } from './key.ts';

export interface Weakness {
  /** `SHA1`, `RSA 1024` */
  readonly algorithm: string;
  /** From when on. */
  readonly from: Date;
  readonly source: string;
}

interface Limit {
  readonly from: string;
  readonly source: string;
}

/** Hashes in signatures. */
const limits: Readonly<Partial<Record<DigestName, Limit>>> = {
  // Collisions since Wang, Feng, Lai, Yu 2004; signatures ruled out in section 2 of the RFC.
  MD5: { from: '2011-03-01', source: 'RFC 6151' },
  // Section 3: generation of signatures disallowed after 2013.
  SHA1: { from: '2014-01-01', source: 'NIST SP 800-131A' },
};

/** Bits of a key below which the same section disallows signatures, since they offer less than 112 bits of security. */
const KEYS: Limit & { readonly modulus: number; readonly curve: number } = {
  modulus: 2048,
  curve: 224,
  from: '2014-01-01',
  source: 'NIST SP 800-131A',
};

const weakness = (algorithm: string, { from, source }: Limit): Weakness => ({
  algorithm,
  from: new Date(from),
  source,
});

/**
 * What is weak of a signature by `algorithm` with the key in `spki`.
 * @param further hashes that it rests on besides: of its content, of a timestamp's imprint
 */
export function weaknesses(
  algorithm: SignatureAlgorithm,
  spki: Uint8Array,
  further: readonly (DigestName | null)[] = [],
): readonly Weakness[] {
  const used = new Set([algorithm.digest, ...further].filter((name) => name !== null));
  const found = [...used].flatMap((name) => (limits[name] ? [weakness(name, limits[name])] : []));
  const { kind, bits } = keySize(spki);
  const least = kind === 'EC' ? KEYS.curve : KEYS.modulus;
  return bits !== null && bits < least ? [...found, weakness(`${kind} ${bits}`, KEYS)] : found;
}
