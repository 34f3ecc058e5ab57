export type { ZipEntry } from './directory.ts';
export { openZip, type RandomAccess, type ZipReader } from './reader.ts';
export { createZipWriter, type ZipWriter } from './writer.ts';
