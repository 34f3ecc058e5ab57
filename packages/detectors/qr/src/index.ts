export { boundsOf, createQrDetector, type QrInput, type QrOptions } from './detector.ts';
export * from './payload/index.ts';
export * from './judge/index.ts';
export type * from './types.ts';
