import { type Static, Type } from 'typebox';
import { Message } from './message.ts';
import { Region } from './region.ts';
import { Reason } from './seal.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const SignatureFormat = Type.Enum(
  ['pdf-cms', 'pdf-timestamp', 'ofd-ses-v1', 'ofd-ses-v4', 'ofd-cms', 'ofd-raw'],
  { $id: 'SignatureFormat' },
);
export type SignatureFormat = Static<typeof SignatureFormat>;

/** ETSI EN 319 102-1, 5.1.3. */
export const Indication = Type.Enum(['TOTAL-PASSED', 'TOTAL-FAILED', 'INDETERMINATE'], { $id: 'Indication' });
export type Indication = Static<typeof Indication>;

/** ETSI EN 319 102-1, table 5 and 6: those that this implementation can reach. */
export const SubIndication = Type.Enum(
  [
    'FORMAT_FAILURE',
    'HASH_FAILURE',
    'SIG_CRYPTO_FAILURE',
    'REVOKED',
    'EXPIRED',
    'NOT_YET_VALID',
    'SIG_CONSTRAINTS_FAILURE',
    'CHAIN_CONSTRAINTS_FAILURE',
    'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    'CRYPTO_CONSTRAINTS_FAILURE',
    'NO_SIGNING_CERTIFICATE_FOUND',
    'NO_CERTIFICATE_CHAIN_FOUND',
    'REVOKED_NO_POE',
    'REVOKED_CA_NO_POE',
    'OUT_OF_BOUNDS_NO_POE',
    'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
    'SIGNED_DATA_NOT_FOUND',
    'TRY_LATER',
  ],
  { $id: 'SubIndication' },
);
export type SubIndication = Static<typeof SubIndication>;

/** A certificate as far as people ask for it. Names as in RFC 4514, times ISO 8601. */
export const CertificateFacts = Type.Object(
  {
    subject: Type.String(),
    issuer: Type.String(),
    /** Hexadecimal. */
    serialNumber: Type.String(),
    validFrom: Type.String(),
    validTo: Type.String(),
    /** SHA-256 of the DER, hexadecimal. */
    sha256: Type.String(),
  },
  { $id: 'CertificateFacts' },
);
export type CertificateFacts = Static<typeof CertificateFacts>;

/** The electronic seal inside a signature (GB/T 38540, GM/T 0031). */
export const SealFacts = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    /** Whose system made the seal. */
    maker: nullable(Type.String()),
    makerCertificate: nullable(CertificateFacts),
    createdAt: nullable(Type.String()),
    validFrom: nullable(Type.String()),
    validTo: nullable(Type.String()),
    /** The maker's signature over the seal holds. */
    intact: Type.Boolean(),
    /** The signer's certificate is in the seal's list. */
    signerListed: Type.Boolean(),
    /** The picture's own format, and its size in millimetres. */
    picture: nullable(Type.Object({ format: Type.String(), width: Type.Number(), height: Type.Number() })),
  },
  { $id: 'SealFacts' },
);
export type SealFacts = Static<typeof SealFacts>;

/** A change to the document after a signature. */
export const SignatureChange = Type.Object(
  {
    /** Stable, kebab-case: `form-field`, `annotation`, `signature`, `page-content` … */
    kind: Type.String(),
    permitted: Type.Boolean(),
    /** 1-based; null where it is of no page. */
    page: nullable(Type.Integer({ minimum: 1 })),
    message: Message,
  },
  { $id: 'SignatureChange' },
);
export type SignatureChange = Static<typeof SignatureChange>;

/** One signature of a file, as `jianzhen esign` prints it. */
export const Signature = Type.Object(
  {
    /** Field's name (PDF) or ID (OFD). */
    name: nullable(Type.String()),
    format: SignatureFormat,
    indication: Indication,
    subIndication: nullable(SubIndication),
    /** What was signed is what is there, and the signature over it holds, whoever signed. */
    intact: Type.Boolean(),
    /** Everything in the file, as it was when signed, is covered. */
    wholeDocument: Type.Boolean(),
    changesAfterSigning: Type.Enum(['none', 'permitted', 'forbidden']),
    changes: Type.Array(SignatureChange),
    /** `SM2-SM3`, `RSA-SHA256` … */
    algorithm: Type.String(),
    /** Common name of the signer's certificate. */
    signer: nullable(Type.String()),
    certificate: nullable(CertificateFacts),
    sealName: nullable(Type.String()),
    seal: nullable(SealFacts),
    /** As the signer claims, ISO 8601. */
    signedAt: nullable(Type.String()),
    /** As a timestamp token proves, ISO 8601. */
    provenAt: nullable(Type.String()),
    /** Parts of the file that nothing in this signature covers. */
    unprotected: Type.Array(Type.String()),
    /** Where it is to be seen; 1-based page, null where it is invisible. */
    page: nullable(Type.Integer({ minimum: 1 })),
    /** Its place on that page in shares of the page's width and height, origin top left. */
    place: nullable(Region),
    /** What led to the indication, and what else a person should know, the weightiest first. */
    reasons: Type.Array(Reason),
  },
  { $id: 'Signature' },
);
export type Signature = Static<typeof Signature>;
