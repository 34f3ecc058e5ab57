export { boundsOf, createQrDetector, type QrInput, type QrOptions } from './detector.ts';
export type * from './types.ts';
