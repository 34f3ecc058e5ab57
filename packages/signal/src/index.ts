export type { Samples } from './types.ts';
