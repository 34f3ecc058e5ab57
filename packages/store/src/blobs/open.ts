import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BlobStore } from '@jianzhen/cases';
import { errors } from '../errors.ts';
import { openFolder } from './folder.ts';
import { openS3 } from './s3.ts';

/**
 * A blob store by its address: a folder (a path or `file:` URL), or
 * `s3://bucket/prefix?endpoint=https://…&region=…`.
 * @throws `store.option`
 */
export async function openBlobs(address: string): Promise<BlobStore> {
  if (address.startsWith('s3:')) return openS3(address);
  if (address.startsWith('file:')) return openFolder(fileURLToPath(address));
  if (/^[a-z][a-z0-9+.-]+:/i.test(address) && !isAbsolute(address)) {
    throw errors('store.option', {
      name: 'JIANZHEN_BLOBS',
      value: address,
      expected: 's3://bucket/prefix?endpoint=…&region=… | /folder',
    });
  }
  return openFolder(resolve(address));
}
