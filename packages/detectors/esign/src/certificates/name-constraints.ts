// RFC 5280, 4.2.1.10 and 6.1.3 (b), (c): which names an authority may certify.
import { type Asn1, readAsn1 } from '../asn1/reader.ts';
import { encode } from '../asn1/writer.ts';
import type { Certificate } from './certificate.ts';
import { relativeNameKeys } from './name.ts';

const ID = { constraints: '2.5.29.30', alternativeNames: '2.5.29.17' } as const;
/** Tags of GeneralName. */
const TAG = { email: 1, dns: 2, directory: 4, uri: 6, address: 7 } as const;

const ascii = (node: Asn1) => Buffer.from(node.content).toString('latin1').toLowerCase();

/** `example.com` is itself, of DNS also what lies below; `.example.com` what lies below alone. */
function hostWithin(host: string, constraint: string, below: boolean): boolean {
  if (constraint === '') return true;
  if (constraint.startsWith('.')) return host.endsWith(constraint);
  return host === constraint || (below && host.endsWith(`.${constraint}`));
}

function emailWithin(address: string, constraint: string): boolean {
  if (constraint.includes('@')) return address === constraint;
  return hostWithin(address.slice(address.lastIndexOf('@') + 1), constraint, false);
}

/** The constraint is an address and a mask of the same length. */
function addressWithin(address: Uint8Array, constraint: Uint8Array): boolean {
  const { length } = address;
  if (constraint.length !== length * 2) return false;
  return address.every((octet, i) => ((octet ^ constraint[i]!) & constraint[length + i]!) === 0);
}

function directoryWithin(name: Asn1, constraint: Asn1): boolean {
  const [parts, first] = [relativeNameKeys(name), relativeNameKeys(constraint)];
  return first.every((part, index) => part === parts[index]);
}

/** Whether `name` lies within `constraint`, which is of its form; null where the form cannot be compared here. */
function within(name: Asn1, constraint: Asn1): boolean | null {
  switch (name.tag) {
    case TAG.directory:
      return directoryWithin(name.at(0), constraint.at(0));
    case TAG.email:
      return emailWithin(ascii(name), ascii(constraint));
    case TAG.dns:
      return hostWithin(ascii(name), ascii(constraint), true);
    case TAG.uri:
      return hostWithin(new URL(ascii(name)).hostname, ascii(constraint), false);
    case TAG.address:
      return addressWithin(name.content, constraint.content);
    default:
      return null;
  }
}

/** The subject, as a GeneralName, and its alternatives. */
function namesOf({ subject, extensions }: Certificate): readonly Asn1[] {
  const alternative = extensions.read(ID.alternativeNames)?.children ?? [];
  const name = readAsn1(encode(0xa0 | TAG.directory, subject));
  return name.at(0).children.length > 0 ? [name, ...alternative] : alternative;
}

function allows(constraints: Asn1, name: Asn1): boolean {
  const subtrees = (tag: number) =>
    (constraints.context(tag)?.children ?? [])
      .map((subtree) => subtree.at(0))
      .filter(({ tag }) => tag === name.tag);
  const [permitted, excluded] = [subtrees(0), subtrees(1)];
  if (excluded.some((constraint) => within(name, constraint) !== false)) return false;
  return permitted.length === 0 || permitted.some((constraint) => within(name, constraint) === true);
}

/**
 * Whether every certificate is of a name that those above it may certify.
 * @param path from the leaf to the anchor, whose own constraints its owner did not ask for
 * @throws `esign.malformed-asn1`
 */
export function namesHold(path: readonly Certificate[]): boolean {
  return path.slice(1, -1).every((authority, above) => {
    const constraints = authority.extensions.read(ID.constraints);
    if (!constraints) return true;
    const below = path.slice(0, above + 1);
    const bound = below.filter(
      (certificate, index) => index === 0 || certificate.subjectKey !== certificate.issuerKey,
    );
    return bound.flatMap(namesOf).every((name) => allows(constraints, name));
  });
}
