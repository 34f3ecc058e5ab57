export { type ReaderFiles, readerFiles } from './read/open.ts';
export { openPeers } from './read/peers.ts';
export { openReader, type ReaderOptions } from './read/reader.ts';
export type * from './types.ts';
