// RFC 5280, 5: certificate revocation lists.
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { bitsOf, booleanOf, integerHex, integerOf, octetsOf, oidOf, timeOf } from '../asn1/values.ts';
import { errors } from '../errors.ts';
import { urisIn } from './general-names.ts';
import { nameKey } from './name.ts';

export interface Revocation {
  /** From when on the key is not to be trusted: the date of revocation, or the earlier invalidity date. */
  readonly at: Date;
  /** CRLReason (RFC 5280, 5.3.1), 0 where unstated. */
  readonly reason: number;
}

/** CRLReason certificateHold. */
export const ON_HOLD = 6;

export interface Crl {
  readonly tbs: Uint8Array;
  readonly issuerKey: string;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly scope: CrlScope;
  /** Revoked certificates stay on the list after they have expired. */
  readonly keepsExpired: boolean;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
  /** Whether a certificate of this serial number (hexadecimal) is on the list. */
  find(serialNumber: string): Revocation | null;
}

/** What a list is about; null where it cannot be used here (indirect, delta, attribute certificates, unknown critical extensions). */
export type CrlScope = {
  readonly users: boolean;
  readonly authorities: boolean;
  /** URLs of its distribution point; empty where it names none. */
  readonly urls: readonly string[];
} | null;

/** IssuingDistributionPoint (RFC 5280, 5.2.5). */
function distributionPoint(value: Asn1): CrlScope {
  const flag = (tag: number) => value.context(tag)?.content.some((octet) => octet !== 0) ?? false;
  if (flag(4) || flag(5) || value.context(3)) return null;
  const point = value.context(0);
  return { users: !flag(2), authorities: !flag(1), urls: point ? urisIn(point) : [] };
}

function readScope(extensions: readonly Asn1[]): { scope: CrlScope; keepsExpired: boolean } {
  let scope: CrlScope = { users: true, authorities: true, urls: [] };
  let keepsExpired = false;
  for (const extension of extensions) {
    const oid = oidOf(extension.at(0));
    const critical = extension.children.some((child) => child.is(TAG.BOOLEAN) && booleanOf(child));
    if (oid === '2.5.29.28') scope = distributionPoint(readAsn1(octetsOf(extension.children.at(-1)!)));
    else if (oid === '2.5.29.60') keepsExpired = true;
    else if (critical) return { scope: null, keepsExpired };
    if (scope === null) break;
  }
  return { scope, keepsExpired };
}

function readEntry(entry: Asn1): Revocation {
  let at = timeOf(entry.at(1));
  let reason = 0;
  for (const extension of entry.children[2]?.children ?? []) {
    const oid = oidOf(extension.at(0));
    const value = readAsn1(octetsOf(extension.children.at(-1)!));
    if (oid === '2.5.29.21') reason = integerOf(value);
    if (oid === '2.5.29.24') at = new Date(Math.min(at.getTime(), timeOf(value).getTime()));
  }
  return { at, reason };
}

function parse(der: Uint8Array): Crl {
  const root = readAsn1(der).expect(TAG.SEQUENCE);
  const tbs = root.at(0).expect(TAG.SEQUENCE);
  const fields = tbs.children.filter((child, index) => !(index === 0 && child.is(TAG.INTEGER)));
  const issuer = fields[1]!.expect(TAG.SEQUENCE);
  const isTime = (node: Asn1 | undefined) =>
    node !== undefined && (node.is(TAG.UTC_TIME) || node.is(TAG.GENERALIZED_TIME));
  const nextUpdate = isTime(fields[3]) ? timeOf(fields[3]!) : null;
  const entries = fields.slice(3).find((child) => child.is(TAG.SEQUENCE));
  let index: Map<string, Asn1> | null = null;
  return {
    tbs: tbs.bytes,
    issuerKey: nameKey(issuer.bytes),
    thisUpdate: timeOf(fields[2]!),
    nextUpdate,
    ...readScope(tbs.context(0)?.at(0).children ?? []),
    signatureAlgorithm: root.at(1),
    signature: bitsOf(root.at(2)),
    find(serialNumber) {
      index ??= new Map(entries?.children.map((entry) => [integerHex(entry.at(0)), entry]));
      const entry = index.get(serialNumber);
      return entry ? readEntry(entry) : null;
    },
  };
}

/** @throws `esign.malformed-revocation` */
export function parseCrl(der: Uint8Array): Crl {
  try {
    return parse(der);
  } catch (thrown) {
    throw errors('esign.malformed-revocation', {}, { cause: thrown });
  }
}
