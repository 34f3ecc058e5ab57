import type { SignatureFormat } from '@jianzhen/evidence';
import { readAsn1, TAG } from '../asn1/reader.ts';
import type { Signed } from '../assess.ts';
import { errors } from '../errors.ts';
import type { Remark } from '../remark.ts';
import type { SesSignature } from '../ses/types.ts';
import type { SesVerdict } from '../ses/verify.ts';

export interface ValueVerdict {
  readonly format: SignatureFormat;
  /** The signature holds over Signature.xml as it lies in the file, whoever signed. */
  readonly holds: boolean;
  /** Signature.xml is what was signed; null where that cannot be told apart from the signature itself. */
  readonly descriptionSame: boolean | null;
  readonly algorithm: string;
  /** As the signed value claims, ISO 8601. */
  readonly signedAt: string | null;
  /** For `assess`. */
  readonly signed: Signed;
  readonly ses: { readonly signature: SesSignature; readonly verdict: SesVerdict } | null;
  readonly remarks: readonly Remark[];
}

export type ValueKind = 'ses' | 'cms' | 'raw';

/** What a signed value is, by its form: GB/T 33190 leaves it to the signature's provider. @throws `esign.malformed-ses` */
export function valueKind(value: Uint8Array): ValueKind {
  if (value.length === 64) return 'raw';
  const root = readAsn1(value).expect(TAG.SEQUENCE);
  const [first, second] = root.children;
  if (first?.is(TAG.OID)) return 'cms';
  if (first?.is(TAG.INTEGER) && second?.is(TAG.INTEGER)) return 'raw';
  if (first?.is(TAG.SEQUENCE)) return 'ses';
  throw errors('esign.malformed-ses', { problem: 'neither a seal’s signature nor CMS nor a bare one' });
}

/** Of a signature without parties: what `assess` takes. */
export const NO_SIGNED: Signed = {
  signer: null,
  signatureAlgorithm: null,
  hashes: [],
  signedAt: null,
  data: { certificates: [], crls: [], ocsps: [] },
  timestamps: [],
  contentTimestamps: [],
  remarks: [],
};
