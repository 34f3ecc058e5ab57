export { boundsOf, createQrDetector, type QrInput, type QrOptions } from './detector.ts';
export * from './judge/index.ts';
export { judgeCodesBy } from './judge-code.ts';
export * from './payload/index.ts';
export { type ReaderFiles, readerFiles } from './read/open.ts';
export { openPeers } from './read/peers.ts';
export { openReader, type ReaderOptions } from './read/reader.ts';
export type * from './types.ts';
