export { openPdf, type PdfDocument } from './document.ts';
export type { PdfDrawing, PdfRenderOptions, PointRegion } from './types.ts';
