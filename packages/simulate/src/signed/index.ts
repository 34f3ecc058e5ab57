export { type PdfSigning, signPdf } from './pdf.ts';
export { createSigner, type Signer } from './signer.ts';
