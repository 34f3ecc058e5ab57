import type { Seed } from '../random.ts';
import { planWorld, type World } from './plan.ts';

/** More than a quarter are agencies' cases: enough for some 10,000 forged papers and seals over four years. */
const CASES = 30_000;

/**
 * The story of the demo: since July 2022 one den has drawn certificates and seals for nine agencies, who complain in the names of customers of
 * dozens of lenders; it is found from the complaints. All else is as in any world.
 */
export const demoWorld = (seed: Seed): World =>
  planWorld({
    seed: `demo ${seed}`,
    cases: CASES,
    structure: {
      lenders: 36,
      dens: [9],
      independentAgencies: 2,
      agencyCases: 0.28,
      agencySpread: 0.5,
      changing: 0,
      doubled: 0,
      denLate: 0,
      denLeast: 1,
    },
  });
