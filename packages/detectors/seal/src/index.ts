export { errors } from './errors.ts';
export { rectifySeal } from './rectify/index.ts';
export type { LocatedSeal, RecognisedStrip, SealPatch } from './types.ts';
