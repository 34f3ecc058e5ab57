export type * from './types.ts';
export { viewOf } from './view.ts';
