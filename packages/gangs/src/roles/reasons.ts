import type { Reason } from '@jianzhen/evidence';
import type { Core } from '../gangs/core.ts';
import type { Profile } from '../gangs/profile.ts';
import type { Incidence } from '../graph/types.ts';
import { kindNames } from '../kinds.ts';
import { reason } from '../messages.ts';
import type { Weighed } from '../weights/weigh.ts';
import { familyWords, kindWords } from '../words.ts';
import type { Forger } from './forgers.ts';

/** So many traces are told; all are in the gang's list. */
const TOLD_TRACES = 3;
/** From here on a habit is worth a sentence. */
const SHORT_LIVED = 0.4;
const MOSTLY = 0.5;

export const percent = (share: number): number => Math.round(100 * share);

/** Why a group is held to be a gang, with numbers; what speaks against it too. */
export function gangReasons(graph: Incidence, weighed: Weighed, profile: Profile, core: Core): Reason[] {
  const { customers, lenders, families, supplied, placeShare, shared, constancy } = profile;
  const list = (language: 'zh' | 'en') => families.map((family) => familyWords[family][language]);
  const told = [
    reason('gang.size', { cases: profile.cases.length, customers, lenders }),
    reason('gang.families', {
      count: families.length,
      families: { zh: list('zh').join('、'), en: list('en').join(', ') },
    }),
    ...shared.slice(0, TOLD_TRACES).map(({ trace, cases }) =>
      reason('gang.trace', {
        kind: kindWords[kindNames[graph.traces.kind[trace]!]!],
        value: graph.traces.values[trace]!,
        cases,
        all: graph.cases.customers,
        customers: weighed.customers[trace]!,
      }),
    ),
  ];
  told.push(reason('gang.core', { ...core }));
  if (supplied > 0) told.push(reason('gang.supplied', { percent: percent(supplied) }));
  if (constancy < SHORT_LIVED) told.push(reason('gang.rotates', { percent: percent(constancy) }));
  if (placeShare > MOSTLY) told.push(reason('gang.places', { percent: percent(placeShare) }));
  return told;
}

export const forgerReasons = (
  { supplies, purity, cases }: Forger,
  agencies: number,
  customers: number,
  lenders: number,
): Reason[] => [
  reason('forger.supplies', { supplies: supplies.length, agencies, purity: percent(purity) }),
  reason('forger.size', { cases: cases.length, customers, lenders }),
];
