import { candidatesOf } from '@jianzhen/gangs';
import { planWorld, type WorldOptions, worldTables } from '@jianzhen/simulate';
import type { Example } from '../fit-templates/logistic.ts';

/** A group that mining proposes; `same` where it is of organised people. */
export type Judged = Example;

/** What mining proposes in a world, each group with its truth: most of its cases are an agency's or a ring's, or they are not. */
export function judgedGroups(options: WorldOptions): Judged[] {
  const { cases, traces, truth } = worldTables(planWorld(options));
  return candidatesOf(cases, traces).map(({ features, rows }) => ({
    features: { intercept: 1, ...features },
    same: 2 * rows.filter((row) => truth[row]!.gang !== null).length > rows.length,
  }));
}
