import type { Asn1 } from '../asn1/reader.ts';

/** GM/T 0031-2014 calls its structures version 1; GB/T 38540-2020, after GM/T 0031's later drafts, version 4. */
export type SesVersion = 1 | 4;

/** Who may use a seal: their certificates in DER, or hashes of them. */
export interface SignerList {
  readonly kind: 'certificates' | 'digests';
  readonly values: readonly Uint8Array[];
}

export interface SealPicture {
  /** As the seal calls it, in lower case; the content may be another. */
  readonly format: string;
  readonly data: Uint8Array;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** A signature with the certificate and algorithm that go with it. */
export interface SignedBlock {
  /** What was signed, byte by byte as in the file. */
  readonly tbs: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  /** AlgorithmIdentifier. */
  readonly algorithm: Asn1;
  readonly signature: Uint8Array;
}

/** SESeal. Times are ISO 8601, null where unreadable. */
export interface SesSeal {
  readonly version: SesVersion;
  readonly id: string;
  /** Identifier of the vendor whose system made it. */
  readonly vendor: string;
  readonly name: string;
  readonly signers: SignerList;
  readonly createdAt: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly picture: SealPicture;
  /** The maker's signature. Version 1 signs information, certificate and algorithm, version 4 the information. */
  readonly maker: SignedBlock;
}

/** SES_Signature. */
export interface SesSignature {
  readonly version: SesVersion;
  readonly seal: SesSeal;
  readonly signedAt: string | null;
  /** Hash of Signature.xml. */
  readonly dataHash: Uint8Array;
  /** Where Signature.xml lies, as the signer wrote it. */
  readonly propertyInfo: string;
  readonly signer: SignedBlock;
  /** A timestamp over the signature (version 4), or instead of the signer's clock (version 1): CMS in DER. */
  readonly timestamp: Uint8Array | null;
}
