export { type TrustStore, trustStoreFrom } from './certificates/trust.ts';
export { errors } from './errors.ts';
export { type PdfContext, verifyPdf } from './pdf/index.ts';
