export { type ReaderFiles, readerFiles } from './read/open.ts';
export { openReader, type ReaderOptions } from './read/reader.ts';
export { openWeChat } from './read/wechat.ts';
export { openZXing } from './read/zxing.ts';
export type * from './types.ts';
