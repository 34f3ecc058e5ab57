export { renderReport } from './document.ts';
export type * from './input.ts';
