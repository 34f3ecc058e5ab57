// The central bank's wallet opens by `dcep:`; what its own codes hold has not been published, so that only these are known.
import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

const RULES: readonly LinkRule[] = [
  { at: 'dcep:uniwallet', path: /^\/unipay/i, kind: 'ecny', service: 'pay', hazard: 'pay-ecny' },
  { at: 'dcep:', kind: 'ecny', service: 'app', hazard: 'pay-ecny' },
  { at: '*.ecny.pbcdci.cn', kind: 'ecny', service: 'page' },
];

export const ecny: Family = { name: 'ecny', read: ({ address }) => readByRules(RULES, address) };
