import type { SealFacts } from '@jianzhen/evidence';
import { pictureFormat } from '@jianzhen/raster';
import { type DigestName, digest, digestLength } from '../crypto/digest.ts';
import { type BlockVerdict, isListed, verifyBlock } from './block.ts';
import type { SesSeal, SesSignature } from './types.ts';

export interface SesVerdict {
  readonly signer: BlockVerdict;
  readonly maker: BlockVerdict;
  /** Under which hash the description is what was signed; null where under none. */
  readonly digest: DigestName | null;
  readonly seal: SealFacts;
}

/**
 * All that a seal's signature says of itself (GB/T 38540, 7.3; GM/T 0031, 7.3), but for chains of certificates.
 * @param description Signature.xml as it lies in the file
 * @param checkMethod the hash that Signature.xml names, where the algorithm's own does not fit
 */
export function verifySes(
  ses: SesSignature,
  description: Uint8Array,
  checkMethod: DigestName | null,
): SesVerdict {
  const signer = verifyBlock(ses.signer);
  const maker = verifyBlock(ses.seal.maker);
  const matches = (name: DigestName | null | undefined): name is DigestName =>
    !!name &&
    ses.dataHash.length === digestLength(name) &&
    Buffer.compare(digest(name, description), ses.dataHash) === 0;
  const names = [signer.algorithm?.digest, checkMethod];
  return {
    signer,
    maker,
    digest: names.find(matches) ?? null,
    seal: sealFacts(ses.seal, maker, isListed(ses.signer.certificate, ses.seal.signers)),
  };
}

function sealFacts(seal: SesSeal, maker: BlockVerdict, signerListed: boolean): SealFacts {
  const { picture } = seal;
  return {
    id: seal.id,
    name: seal.name,
    maker: maker.certificate?.commonName ?? (seal.vendor || null),
    makerCertificate: maker.certificate?.facts ?? null,
    createdAt: seal.createdAt,
    validFrom: seal.validFrom,
    validTo: seal.validTo,
    intact: maker.outcome === 'valid',
    signerListed,
    picture: {
      format: pictureFormat(picture.data) ?? picture.format,
      width: picture.width,
      height: picture.height,
    },
  };
}

/** Whether the seal was valid at a time, ISO 8601 in UTC, which compares as text; null where either is unreadable. */
export function sealValidAt(time: string | null, { validFrom, validTo }: SesSeal): boolean | null {
  if (time === null || validFrom === null || validTo === null) return null;
  return time >= validFrom && time <= validTo;
}
