// in-toto Attestation Framework, Statement v1 (in-toto/attestation, spec/v1/statement.md).

import type { Digests } from '../bag/index.ts';
import { canonical, utf8 } from '../canonical.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** A name of ours, not an address: nothing is to be fetched there. */
export const PREDICATE_TYPE = 'urn:jianzhen:lead:v1';

export interface LeadPredicate {
  readonly package: string;
  readonly gang: string;
  readonly role: string;
  readonly score: number;
  readonly cases: number;
  readonly lenders: number;
  readonly profile: string;
  readonly madeAt: string;
  readonly organisation: string;
  readonly version: string;
}

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  /** The tag files, manifests of the payload among them, by their paths. */
  readonly subject: readonly {
    readonly name: string;
    readonly digest: { readonly sha256: string; readonly sm3: string };
  }[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: LeadPredicate;
}

/** Bytes of the statement over these files. */
export function statementBytes(files: ReadonlyMap<string, Digests>, predicate: LeadPredicate): Uint8Array {
  const statement: Statement = {
    _type: STATEMENT_TYPE,
    subject: [...files].map(([name, { sha256, sm3 }]) => ({ name, digest: { sha256, sm3 } })),
    predicateType: PREDICATE_TYPE,
    predicate,
  };
  return utf8(canonical(statement));
}

/** The statement of a stranger's bytes; null where it is none of ours. */
export function readStatement(bytes: Uint8Array): Statement | null {
  try {
    const statement = JSON.parse(Buffer.from(bytes).toString('utf8')) as Statement;
    const { _type, subject, predicateType, predicate } = statement;
    const sound =
      _type === STATEMENT_TYPE &&
      predicateType === PREDICATE_TYPE &&
      typeof predicate?.gang === 'string' &&
      typeof predicate.package === 'string' &&
      Array.isArray(subject) &&
      subject.every(
        ({ name, digest }) =>
          typeof name === 'string' && typeof digest?.sha256 === 'string' && typeof digest.sm3 === 'string',
      );
    return sound ? statement : null;
  } catch {
    return null;
  }
}
