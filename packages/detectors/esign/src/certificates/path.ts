// RFC 5280, 6.1 and RFC 4158: chains from a certificate to an anchor, by name and signature.
import { type Certificate, sameCertificate, signedBy } from './certificate.ts';

/** Bounds that no honest file reaches: certificates in a chain, signatures tried, chains compared. */
const LIMITS = { length: 12, signatures: 100, paths: 16 } as const;

export interface PathSearch {
  /** Each from the leaf to the anchor. */
  readonly paths: readonly (readonly Certificate[])[];
  /** The search ended at a bound. */
  readonly exhausted: boolean;
}

const isAnchor = (certificate: Certificate, anchors: readonly Certificate[]) =>
  anchors.some((anchor) => sameCertificate(anchor, certificate));

/** Those that may have issued `certificate`, anchors and matching key identifiers first. */
function issuersOf(certificate: Certificate, pool: readonly Certificate[]): readonly Certificate[] {
  const wanted = certificate.extensions.authorityKeyIdentifier;
  const unlike = (candidate: Certificate) =>
    Number(wanted !== null && candidate.extensions.subjectKeyIdentifier !== wanted);
  return pool
    .filter((candidate) => candidate.subjectKey === certificate.issuerKey)
    .sort((a, b) => unlike(a) - unlike(b));
}

/** Chains whose every link is signed by the next. */
export function findPaths(
  leaf: Certificate,
  anchors: readonly Certificate[],
  others: readonly Certificate[],
): PathSearch {
  // A PDF keeps the same certificate in several places; each copy would double the search.
  const pool = [...new Map([...anchors, ...others].map((one) => [one.facts.sha256, one])).values()];
  const paths: Certificate[][] = [];
  let signatures = 0;
  let exhausted = false;
  const extend = (path: readonly Certificate[]) => {
    const last = path.at(-1)!;
    if (isAnchor(last, anchors)) {
      paths.push([...path]);
      return;
    }
    for (const issuer of issuersOf(last, pool)) {
      if (path.some((link) => sameCertificate(link, issuer))) continue;
      if (path.length >= LIMITS.length || signatures >= LIMITS.signatures || paths.length >= LIMITS.paths) {
        exhausted = true;
        return;
      }
      signatures++;
      if (signedBy(issuer, last.tbs, last.signatureAlgorithm, last.signature) === 'valid') {
        extend([...path, issuer]);
      }
    }
  };
  extend([leaf]);
  return { paths, exhausted };
}
