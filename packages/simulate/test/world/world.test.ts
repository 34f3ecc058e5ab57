import { describe, expect, it } from 'vitest';
import { caseAt, DIFFICULTIES, gangTruths, planWorld, worldTables } from '../../src/index.ts';

const world = planWorld({ seed: 5, cases: 6_000 });
const tables = worldTables(world);
const gangs = gangTruths(world);

describe('a world', () => {
  it('is the same for the same seed and another for another', () => {
    const again = worldTables(planWorld({ seed: 5, cases: 6_000 }));
    expect(again).toEqual(tables);
    expect(worldTables(planWorld({ seed: 6, cases: 6_000 })).traces.value).not.toEqual(tables.traces.value);
  });

  it('tells any case by itself', () => {
    for (const index of [0, 17, 5_999]) {
      const one = caseAt(world, index);
      expect(one.caseId).toBe(tables.cases.caseId[index]);
      expect(one.truth).toEqual(tables.truth[index]);
      const values = tables.traces.value.filter((_, row) => tables.traces.caseId[row] === one.caseId);
      expect(one.traces.map(({ value }) => value)).toEqual(values);
    }
  });

  it('runs through its span in order', () => {
    const { openedAt } = tables.cases;
    expect(openedAt[0]).toBeGreaterThanOrEqual(world.span.from);
    expect(openedAt.at(-1)).toBeLessThanOrEqual(world.span.to);
    expect(openedAt.every((at, i) => i === 0 || at >= openedAt[i - 1]!)).toBe(true);
  });

  it('differs in its shape from seed to seed', () => {
    const shapes = Array.from({ length: 12 }, (_, seed) => planWorld({ seed, cases: 20_000 }).structure);
    for (const part of ['lenders', 'independentAgencies', 'rings', 'agencyCases', 'repeats'] as const)
      expect(new Set(shapes.map((shape) => shape[part])).size, part).toBeGreaterThan(3);
    expect(new Set(shapes.map(({ dens }) => dens.length)).size).toBeGreaterThan(1);
  });
});

describe('a small plain world', () => {
  it('has gangs that keep what they use, a year, and room for honest people', () => {
    for (let seed = 0; seed < 12; seed++) {
      const small = planWorld({ seed, cases: seed % 2 ? 100 : 700, difficulty: 'plain' });
      const { truth, cases } = worldTables(small);
      expect(cases.openedAt[0]).toBeGreaterThanOrEqual(Date.UTC(2025, 6, 1));
      expect(truth.some(({ label }) => label === 'agency')).toBe(true);
      expect(truth.filter(({ label }) => label === 'honest').length).toBeGreaterThan(0.3 * truth.length);
      for (const one of small.organised)
        if (one.role === 'agency') expect(one.phones.days).toBeGreaterThan(365);
    }
  });
});

describe('the truth of a world', () => {
  it('names gangs that are there, each with the dens that supply it', () => {
    const known = new Map(gangs.map((gang) => [gang.gang, gang]));
    const papers = new Map<string, Set<string>>();
    for (const { label, gang, forger } of tables.truth) {
      expect(gang !== null).toBe(label === 'agency' || label === 'ring');
      if (gang) expect(known.get(gang)?.role).toBe(label);
      if (!forger) continue;
      expect(known.get(forger)?.role).toBe('forger');
      // Only those whom a den supplies have its papers.
      papers.set(gang!, (papers.get(gang!) ?? new Set()).add(forger));
    }
    for (const [gang, dens] of papers)
      for (const den of dens) expect(known.get(gang)!.upstream).toContain(den);
    expect(papers.size).toBeGreaterThan(1);
  });

  it('has as many cases of each organisation as were planned', () => {
    const counts = new Map<string, number>();
    for (const { gang } of tables.truth) if (gang) counts.set(gang, (counts.get(gang) ?? 0) + 1);
    const planned = world.organised.filter(({ role }) => role !== 'law-firm');
    // Complaints entered twice take a place from others.
    for (const { id, cases } of planned)
      expect(Math.abs(counts.get(id)! - cases)).toBeLessThan(4 + 0.1 * cases);
  });

  it.each(DIFFICULTIES)(
    '%s worlds tie an agency by more than its customers, and honest people too',
    (difficulty) => {
      const { traces, truth, cases } = worldTables(planWorld({ seed: 2, cases: 6_000, difficulty }));
      const row = new Map(cases.caseId.map((id, i) => [id, i]));
      const users = new Map<string, Set<number>>();
      traces.value.forEach((value, i) => {
        const key = `${traces.kind[i]} ${value}`;
        users.set(key, (users.get(key) ?? new Set()).add(row.get(traces.caseId[i]!)!));
      });
      let within = 0;
      let honest = 0;
      for (const members of users.values()) {
        const labels = [...members].map((i) => truth[i]!);
        const customers = new Set([...members].map((i) => cases.customerId[i]));
        if (customers.size < 2) continue;
        if (labels.every(({ gang }) => gang !== null && gang === labels[0]!.gang)) within++;
        if (labels.every(({ label }) => label === 'honest')) honest++;
      }
      expect(within).toBeGreaterThan(50);
      expect(honest).toBeGreaterThan(300);
    },
  );
});
