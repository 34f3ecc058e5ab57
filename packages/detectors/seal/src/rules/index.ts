export { checkRules, type RuleBreach, type RuledSeal, type RuleOptions } from './check.ts';
export { type SealSort, sealSort } from './sort.ts';
export { DEFAULT_TOLERANCES, type RuleTolerances, type SealStandard, STANDARDS } from './standards.ts';
