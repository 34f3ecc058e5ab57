export { HAZARD_PRIORS, type HazardCode } from './hazards.ts';
export { KIND_WORDS } from './kinds.ts';
export { gravestHazard, understand } from './understand.ts';
