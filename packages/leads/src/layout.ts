/** Where things lie in a package, beside `data/`. */
export const FILES = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  envelope: 'statement/statement.dsse.json',
  /** DSSE's pre-authentication encoding, and the signature over it. */
  signedBytes: 'statement/signed-bytes.bin',
  signature: 'statement/signature.bin',
  publicKey: 'statement/public-key.pem',
  certificates: 'statement/certificates.pem',
  timestampRequest: 'timestamp/manifest-sha256.tsq',
  timestamp: 'timestamp/manifest-sha256.tsr',
  timestampCertificates: 'timestamp/certificates.pem',
  custody: 'custody/proof.json',
  page: 'verify.html',
} as const;

/** Files that the statement cannot speak of, since they are made from it or after it. */
export const UNSIGNED: readonly string[] = [
  FILES.envelope,
  FILES.signedBytes,
  FILES.signature,
  FILES.publicKey,
  FILES.certificates,
  FILES.timestampRequest,
  FILES.timestamp,
  FILES.timestampCertificates,
];
