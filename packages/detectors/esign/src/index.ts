export { type TrustStore, trustStoreFrom } from './certificates/trust.ts';
export { createEsignDetector, type EsignOptions } from './detector.ts';
export { errors } from './errors.ts';
export { drawSealPicture, sealPicturePng, sealPictures } from './ofd/seal-picture.ts';
export { type OfdContext, verifyOfd } from './ofd/verify.ts';
export { type PdfContext, verifyPdf } from './pdf/index.ts';
export type { SealPicture } from './ses/types.ts';
