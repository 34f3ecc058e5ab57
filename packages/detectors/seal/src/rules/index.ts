export { checkRules, type RuleBreach, type RuledSeal, type RuleOptions } from './check.ts';
export { sealSort } from './sort.ts';
export {
  DEFAULT_TOLERANCES,
  type RuleTolerances,
  type SealSort,
  type SealStandard,
  STANDARDS,
} from './standards.ts';
