export type { RandomAccess } from './access.ts';
export type { ZipEntry } from './directory.ts';
export { openZip, type ZipReader } from './reader.ts';
export { createZipWriter, type ZipWriter } from './writer.ts';
