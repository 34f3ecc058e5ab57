export * from './payload/index.ts';
export type * from './types.ts';
