export { errors } from './errors.ts';
export { type LocateOptions, locateSeals, type SealCandidate, sealCandidates } from './locate/index.ts';
export { readSeal, readSeals } from './read/index.ts';
export { rectifySeal } from './rectify/index.ts';
export type * from './types.ts';
