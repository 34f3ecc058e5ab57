import type { GangTruths, MinedGang } from './types.ts';

/** Mined gangs that are no forgers against true agencies, by counts: all that pairs of cases need, without the pairs. */
export interface Contingency {
  /** Per true agency, in cases. */
  readonly agencies: ReadonlyMap<string, number>;
  /** Per mined gang: its cases, those of agencies, and those of each agency. */
  readonly mined: ReadonlyMap<number, MinedCounts>;
}

export interface MinedCounts {
  cases: number;
  ofAgencies: number;
  readonly byAgency: Map<string, number>;
}

export const add = <K>(counts: Map<K, number>, key: K, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** Per case the index of the first mined gang that has it and is no forger; −1 without. */
export function gangOfCases({ caseId }: GangTruths, mined: readonly MinedGang[]): Int32Array {
  const row = new Map(caseId.map((id, i) => [id, i]));
  const gangOf = new Int32Array(caseId.length).fill(-1);
  mined.forEach(({ role, cases }, gang) => {
    if (role === 'forger') return;
    for (const id of cases) {
      const i = row.get(id);
      if (i !== undefined && gangOf[i] === -1) gangOf[i] = gang;
    }
  });
  return gangOf;
}

/** @param gangOf per case the mined gang that has it, −1 without */
export function contingency({ cases }: GangTruths, gangOf: Int32Array): Contingency {
  const agencies = new Map<string, number>();
  const mined = new Map<number, MinedCounts>();
  cases.forEach(({ label, gang }, i) => {
    const agency = label === 'agency' ? gang : null;
    if (agency !== null) add(agencies, agency);
    if (gangOf[i]! < 0) return;
    let counts = mined.get(gangOf[i]!);
    if (!counts) {
      counts = { cases: 0, ofAgencies: 0, byAgency: new Map() };
      mined.set(gangOf[i]!, counts);
    }
    counts.cases++;
    if (agency === null) return;
    counts.ofAgencies++;
    add(counts.byAgency, agency);
  });
  return { agencies, mined };
}
