export { pemBlocks, toPem } from './pem.ts';
export { type Algorithm, type PublicKey, publicKeyFromPem } from './public.ts';
export { newKeyPem, type Signer, signerFromPem } from './signer.ts';
