import type { Contingency } from './contingency.ts';

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

const agreement = (precision: number, recall: number): Agreement => ({
  precision,
  recall,
  f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
});

/**
 * Pairs of cases of one agency against pairs of one mined gang. Of mined pairs those count that have a case of an agency: what honest cases
 * a gang swallows costs precision; a gang of honest cases alone is told by the innocents. Precision is 1 where no pair was mined.
 */
export function pairwise({ agencies, mined }: Contingency): Agreement {
  let right = 0;
  let found = 0;
  let all = 0;
  for (const n of agencies.values()) all += pairs(n);
  for (const { cases, ofAgencies, byAgency } of mined.values()) {
    found += pairs(cases) - pairs(cases - ofAgencies);
    for (const n of byAgency.values()) right += pairs(n);
  }
  return agreement(found > 0 ? right / found : 1, all > 0 ? right / all : 1);
}

/** Bagga and Baldwin 1998, "Entity-based cross-document coreferencing": the means over cases of agencies. A case in no gang stands alone. */
export function bCubed({ agencies, mined }: Contingency): Agreement {
  let precision = 0;
  let recall = 0;
  let all = 0;
  let placed = 0;
  for (const n of agencies.values()) all += n;
  for (const { cases, ofAgencies, byAgency } of mined.values()) {
    placed += ofAgencies;
    for (const [agency, n] of byAgency) {
      precision += (n * n) / cases;
      recall += (n * n) / agencies.get(agency)!;
    }
  }
  const missed = new Map(agencies);
  for (const { byAgency } of mined.values())
    for (const [agency, n] of byAgency) missed.set(agency, missed.get(agency)! - n);
  precision += all - placed;
  for (const [agency, n] of missed) recall += n / agencies.get(agency)!;
  return all > 0 ? agreement(precision / all, recall / all) : agreement(1, 1);
}
