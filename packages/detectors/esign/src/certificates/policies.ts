// RFC 5280, 6.1.3 (d) to (f), 6.1.4 (a), (b), (h) to (j) and 6.1.5 (a), (b), for a user to whom any policy will do. The tree of policies
// is then but a set; it matters where an authority requires that there be a policy (requireExplicitPolicy).
import { type Asn1, TAG } from '../asn1/reader.ts';
import { integerOf, oidOf } from '../asn1/values.ts';
import type { Certificate } from './certificate.ts';

const ID = {
  policies: '2.5.29.32',
  mappings: '2.5.29.33',
  constraints: '2.5.29.36',
  inhibitAny: '2.5.29.54',
} as const;
const ANY = '2.5.29.32.0';

/** IMPLICIT INTEGER under [`tag`] of PolicyConstraints: certificates that may still follow without. */
function skipCerts(constraints: Asn1 | null, tag: number): number {
  const octets = constraints?.context(tag)?.content;
  return octets ? Number.parseInt(Buffer.from(octets).toString('hex') || '0', 16) : Infinity;
}

const requires = ({ extensions }: Certificate) => skipCerts(extensions.read(ID.constraints), 0);

/** Null stands for any policy. */
type Policies = ReadonlySet<string> | null;

function asserted(valid: Policies, certificate: Certificate, anyAllowed: boolean): Policies {
  const extension = certificate.extensions.read(ID.policies);
  const named = new Set(extension?.children.map((information) => oidOf(information.at(0))));
  if (named.has(ANY) && anyAllowed) return valid;
  named.delete(ANY);
  return valid === null ? named : new Set([...valid].filter((policy) => named.has(policy)));
}

function mapped(valid: Policies, certificate: Certificate, allowed: boolean): Policies {
  const mappings = certificate.extensions.read(ID.mappings)?.children ?? [];
  if (valid === null || mappings.length === 0) return valid;
  const pairs = mappings.map((pair) => [oidOf(pair.at(0)), oidOf(pair.at(1))] as const);
  const kept = [...valid].filter((policy) => !pairs.some(([from]) => from === policy));
  const added = allowed ? pairs.filter(([from]) => valid.has(from)).map(([, to]) => to) : [];
  return new Set([...kept, ...added]);
}

/**
 * Whether the chain has a policy wherever one is required.
 * @param path from the leaf to the anchor
 * @throws `esign.malformed-asn1`
 */
export function policiesHold(path: readonly Certificate[]): boolean {
  const below = path.slice(0, -1);
  if (below.every((certificate) => requires(certificate) === Infinity)) return true;
  let [explicit, mapping, any] = [Infinity, Infinity, Infinity];
  let valid: Policies = null;
  for (const [left, certificate] of [...below.entries()].reverse()) {
    const selfIssued = certificate.subjectKey === certificate.issuerKey;
    valid = asserted(valid, certificate, any > 0 || (left > 0 && selfIssued));
    if (explicit === 0 && valid?.size === 0) return false;
    if (left > 0) valid = mapped(valid, certificate, mapping > 0);
    const step = selfIssued ? 0 : 1;
    const constraints = certificate.extensions.read(ID.constraints);
    const inhibit = certificate.extensions.read(ID.inhibitAny);
    explicit = Math.min(Math.max(0, explicit - step), requires(certificate));
    mapping = Math.min(Math.max(0, mapping - step), skipCerts(constraints, 1));
    any = Math.min(Math.max(0, any - step), inhibit?.is(TAG.INTEGER) ? integerOf(inhibit) : Infinity);
  }
  return explicit > 0 || valid === null || valid.size > 0;
}
