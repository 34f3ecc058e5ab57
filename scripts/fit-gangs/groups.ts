import type { CaseTable, TraceTable } from '@jianzhen/evidence';
import { candidatesOf } from '@jianzhen/gangs';
import { planWorld, type WorldOptions, worldTables } from '@jianzhen/simulate';
import type { Example } from '../fit-templates/logistic.ts';
import { plainWorld } from './plain.ts';

/** A group that mining proposes; `same` where it is of organised people. */
export type Judged = Example;

/** What mining proposes in a world, each group with its truth: most of its cases are an agency's or a ring's, or they are not. */
export function judgedGroups(options: WorldOptions): Judged[] {
  const { cases, traces, truth } = worldTables(planWorld(options));
  return judged(cases, traces, (row) => truth[row]!.gang !== null);
}

/** The same of a small, clean world. */
export function plainGroups(seed: number): Judged[] {
  const { cases, traces, organised } = plainWorld(seed);
  return judged(cases, traces, (row) => organised[row]!);
}

const judged = (cases: CaseTable, traces: TraceTable, organised: (row: number) => boolean): Judged[] =>
  candidatesOf(cases, traces).map(({ features, rows }) => ({
    features: { intercept: 1, ...features },
    same: 2 * rows.filter(organised).length > rows.length,
  }));
