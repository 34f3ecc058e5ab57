export { errors } from './errors.ts';
export { type LocateOptions, locateSeals, type SealCandidate, sealCandidates } from './locate/index.ts';
export type * from './types.ts';
