export { HAZARD_PRIORS, type HazardCode } from './hazards.ts';
export { gravestHazard, understand } from './understand.ts';
