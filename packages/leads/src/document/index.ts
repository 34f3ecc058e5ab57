export { visible } from './escape.ts';
export { renderHtml } from './html.ts';
export * from './types.ts';
