export { type Agreement, bCubed, pairwise } from './clusters.ts';
export { contingency, gangOfCases } from './contingency.ts';
export type { DenOutcome } from './dens.ts';
export { evaluateGangs, type WorldOutcome } from './evaluate.ts';
export type { InnocentRow } from './innocents.ts';
export { type GangSummary, innocentRows, summariseGangs } from './summary.ts';
export type { GangTruths, MinedGang, TrueCase, TrueGang } from './types.ts';
