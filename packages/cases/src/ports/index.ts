export type * from './blobs.ts';
export type * from './examiner.ts';
export type * from './queue.ts';
export type * from './seals.ts';
export type * from './store.ts';
export type * from './templates.ts';
