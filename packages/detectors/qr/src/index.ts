export * from './judge/index.ts';
export type * from './types.ts';
