export {
  type ByteSource,
  type ListedFile,
  type PackageSink,
  type PackageSource,
  safeFileName,
} from './bag/index.ts';
export * from './custody/index.ts';
export { custodyFolder } from './disk/custody.ts';
export { type OwnKey, ownHashKey, ownSigningKey } from './disk/own-keys.ts';
export { cleanInterrupted, folderSink, zipSink } from './disk/sinks.ts';
export { fileSource, withPackage } from './disk/sources.ts';
export { httpAuthority } from './disk/tsa.ts';
export { errors } from './errors.ts';
export * from './export/index.ts';
export * from './handover/index.ts';
export * from './input.ts';
export {
  newKeyPem,
  type PublicKey,
  pemBlocks,
  publicKeyFromPem,
  type Signer,
  signerFromPem,
} from './keys/index.ts';
export { type HashKey, knownProfile, PROFILE_NAMES, type Profile, parseProfile } from './profiles/index.ts';
export type { TimestampAuthority, VerifiedTimestamp } from './timestamp/index.ts';
export * from './verify/index.ts';
export { createZipWriter, type ZipWriter } from './zip/index.ts';
