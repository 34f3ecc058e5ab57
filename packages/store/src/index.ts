export { openBlobs } from './blobs/open.ts';
export { errors } from './errors.ts';
export { openStore, type Store, type StoreOptions } from './open.ts';
