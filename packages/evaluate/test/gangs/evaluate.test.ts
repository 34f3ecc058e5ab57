import { describe, expect, it } from 'vitest';
import {
  evaluateGangs,
  type GangTruths,
  type MinedGang,
  summariseGangs,
  type TrueCase,
} from '../../src/index.ts';

const made = (label: TrueCase['label'], gang: string | null, more: Partial<TrueCase> = {}): TrueCase => ({
  label,
  gang,
  forger: null,
  groups: [],
  ...more,
});

/** Two agencies of one den, a dormitory, a family. */
const rows: TrueCase[] = [
  ...Array.from({ length: 8 }, () => made('agency', 'a1', { forger: 'den' })),
  ...Array.from({ length: 8 }, () => made('agency', 'a2', { forger: 'den' })),
  ...Array.from({ length: 6 }, () => made('honest', null, { groups: ['dormitory-1'] })),
  ...Array.from({ length: 3 }, () => made('honest', null, { groups: ['family-9'] })),
];
const caseId = rows.map((_, i) => `c${i}`);
const truths: GangTruths = {
  caseId,
  cases: rows,
  gangs: [
    { gang: 'den', role: 'forger', upstream: [] },
    { gang: 'a1', role: 'agency', upstream: ['den'] },
    { gang: 'a2', role: 'agency', upstream: ['den'] },
  ],
};
const gang = (name: string, from: number, to: number, more: Partial<MinedGang> = {}): MinedGang => ({
  gang: name,
  score: 0.9,
  role: 'agency',
  upstream: null,
  downstream: [],
  cases: caseId.slice(from, to),
  ...more,
});
const perfect = [
  gang('f', 0, 16, { role: 'forger', downstream: ['g1', 'g2'] }),
  gang('g1', 0, 8, { upstream: 'f' }),
  gang('g2', 8, 16, { upstream: 'f' }),
];

describe('what mining made of a world', () => {
  it('is without fault where everything was found', () => {
    const outcome = evaluateGangs(truths, perfect, 0.5);
    expect(outcome.pairwise).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(outcome.dens).toEqual([{ den: 'den', found: true, agencies: 2, linked: 2, pieces: 1 }]);
    expect(outcome).toMatchObject({ gangs: 3, right: 3, precisionAt20: 1, pieces: 1 });
    expect(outcome.innocents.every(({ flagged }) => flagged === 0)).toBe(true);
  });

  it('counts innocent groups that most of a gang is made of, or that most of is in a gang', () => {
    const some = evaluateGangs(truths, [gang('few of the dormitory', 16, 18)], 0.5);
    expect(some.innocents).toContainEqual({ sort: 'dormitory', groups: 1, flagged: 1 });
    const lost = evaluateGangs(truths, [gang('both', 0, 20)], 0.5);
    expect(lost.innocents).toContainEqual({ sort: 'dormitory', groups: 1, flagged: 1 });
    const family = evaluateGangs(truths, [gang('family', 22, 25)], 0.5);
    expect(family.innocents).toContainEqual({ sort: 'family', groups: 1, flagged: 1 });
    expect(family.right).toBe(0);
  });

  it('leaves out what is below the threshold', () => {
    const outcome = evaluateGangs(truths, [gang('dormitory', 16, 22, { score: 0.3 })], 0.5);
    expect(outcome).toMatchObject({ gangs: 0, precisionAt20: null });
    expect(outcome.innocents.every(({ flagged }) => flagged === 0)).toBe(true);
  });

  it('links no agency to a den through a gang that is another', () => {
    const mined = [perfect[0]!, perfect[1]!, gang('g2', 16, 22, { upstream: 'f' })];
    expect(evaluateGangs(truths, mined, 0.5).dens[0]).toMatchObject({ found: true, linked: 1 });
    const merged = [gang('all', 0, 25)];
    expect(evaluateGangs(truths, merged, 0.5).dens[0]).toMatchObject({ found: false, linked: 0 });
  });

  it('is summed over worlds, families apart', () => {
    const worlds = [perfect, [gang('family', 22, 25)]].map((mined) => evaluateGangs(truths, mined, 0.5));
    expect(summariseGangs(worlds)).toMatchObject({
      worlds: 2,
      pairwiseF1: 0.5,
      denFound: 0.5,
      agenciesLinked: 0.5,
      innocentFlagged: 0,
      familiesFlagged: 0.5,
      precisionAt20: 0.5,
    });
  });
});
