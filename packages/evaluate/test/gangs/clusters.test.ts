import { seeded } from '@jianzhen/learn';
import { describe, expect, it } from 'vitest';
import {
  bCubed,
  contingency,
  type GangTruths,
  gangOfCases,
  type MinedGang,
  pairwise,
  type TrueCase,
} from '../../src/index.ts';

const random = seeded(3);
const pick = (n: number) => Math.floor(random() * n);

function small(): { truths: GangTruths; mined: MinedGang[] } {
  const n = 5 + pick(30);
  const caseId = Array.from({ length: n }, (_, i) => `c${i}`);
  const cases = caseId.map((): TrueCase => {
    const agency = pick(4);
    return {
      label: agency > 0 ? 'agency' : 'honest',
      gang: agency > 0 ? `a${agency}` : null,
      forger: null,
      groups: [],
    };
  });
  const members: string[][] = [[], [], []];
  for (const id of caseId) members[pick(4)]?.push(id);
  const mined = members.map((own, i) => gang(`g${i}`, own));
  return { truths: { caseId, cases, gangs: [] }, mined };
}

const gang = (name: string, cases: readonly string[], more: Partial<MinedGang> = {}): MinedGang => ({
  gang: name,
  score: 1,
  role: 'agency',
  upstream: null,
  downstream: [],
  cases,
  ...more,
});

/** By looking at every pair. */
function brute({ cases }: GangTruths, gangOf: Int32Array) {
  let [right, found, all] = [0, 0, 0];
  for (let i = 0; i < cases.length; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [cases[i]!.gang, cases[j]!.gang];
      const same = a !== null && a === b;
      const together = gangOf[i]! >= 0 && gangOf[i] === gangOf[j] && (a !== null || b !== null);
      if (same) all++;
      if (together) found++;
      if (same && together) right++;
    }
  return { precision: found > 0 ? right / found : 1, recall: all > 0 ? right / all : 1 };
}

function bruteBCubed({ cases }: GangTruths, gangOf: Int32Array) {
  const own = cases.flatMap(({ gang }, i) => (gang ? [i] : []));
  const mean = (of: (i: number) => number) => own.reduce((sum, i) => sum + of(i), 0) / own.length;
  const cluster = (i: number) =>
    cases.flatMap((_, j) => (j === i || (gangOf[i]! >= 0 && gangOf[j] === gangOf[i]) ? [j] : []));
  const common = (i: number) => cluster(i).filter((j) => cases[j]!.gang === cases[i]!.gang).length;
  return {
    precision: mean((i) => common(i) / cluster(i).length),
    recall: mean((i) => common(i) / cases.filter(({ gang }) => gang === cases[i]!.gang).length),
  };
}

describe('agreement of mined gangs with agencies', () => {
  it('is what looking at every pair and every case gives', () => {
    for (let round = 0; round < 60; round++) {
      const { truths, mined } = small();
      const gangOf = gangOfCases(truths, mined);
      const counts = contingency(truths, gangOf);
      const pairs = brute(truths, gangOf);
      expect(pairwise(counts).precision).toBeCloseTo(pairs.precision, 12);
      expect(pairwise(counts).recall).toBeCloseTo(pairs.recall, 12);
      if (!truths.cases.some(({ gang }) => gang)) continue;
      const cubed = bruteBCubed(truths, gangOf);
      expect(bCubed(counts).precision).toBeCloseTo(cubed.precision, 12);
      expect(bCubed(counts).recall).toBeCloseTo(cubed.recall, 12);
    }
  });

  it('leaves forgers out and takes the first gang that has a case', () => {
    const { truths } = small();
    const mined = [
      gang('f', truths.caseId, { role: 'forger' }),
      gang('g', ['c0', 'c1', 'unknown']),
      gang('h', ['c1', 'c2']),
    ];
    expect([...gangOfCases(truths, mined)].slice(0, 4)).toEqual([1, 1, 2, -1]);
  });
});
