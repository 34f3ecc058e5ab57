export type * from './types.ts';
export { caseNumbers, viewOf } from './view.ts';
