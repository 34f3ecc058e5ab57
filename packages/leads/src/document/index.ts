export { visible } from './escape.ts';
export { renderHtml } from './html.ts';
export { renderPdf } from './pdf.ts';
export * from './types.ts';
