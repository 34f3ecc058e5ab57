// Algorithms that signatures may no longer rest on: a table, with the authority and the date of each.
import type { SignatureAlgorithm } from './algorithm.ts';
import type { DigestName } from './digest.ts';
import { modulusBits } from './key.ts';

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
  // Section 3: generation of signatures disallowed after 2013. ETSI TS 119 312 and SOG-IS no longer list it either.
  SHA1: { from: '2014-01-01', source: 'NIST SP 800-131A' },
};

/** Bits of an RSA or DSA modulus below which the same section disallows signatures, since it offers less than 112 bits of security. */
const MODULUS: Limit & { readonly bits: number } = {
  bits: 2048,
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
  const bits = modulusBits(spki);
  if (bits !== null && bits < MODULUS.bits) {
    found.push(weakness(`${algorithm.scheme === 'DSA' ? 'DSA' : 'RSA'} ${bits}`, MODULUS));
  }
  return found;
}
