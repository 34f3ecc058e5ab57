export { errors } from './errors.ts';
export { type SealCandidate, sealCandidates } from './locate/index.ts';
export type * from './types.ts';
