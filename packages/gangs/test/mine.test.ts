import { describe, expect, it } from 'vitest';
import { mine, mineGangs } from '../src/mine.ts';
import { linksCsv } from '../src/told/csv.ts';
import { hubsOf } from '../src/told/hubs.ts';
import { linksOf } from '../src/told/links.ts';
import { Tables } from './support/tables.ts';

/** A world of agencies among honest people; whose each case is. */
function world(
  agencies: number,
  size: number,
  honest: number,
  options: Parameters<Tables['agency']>[2],
  seed: number,
) {
  const tables = new Tables(seed);
  tables.honest(honest);
  const of = new Map<string, string>();
  for (let n = 0; n < agencies; n++)
    for (const id of tables.agency(`agency ${n}`, size, options)) of.set(id, `agency ${n}`);
  return { tables, of };
}

describe.each([
  [1, 20, 50, null],
  [1, 20, 1000, null],
  [1, 60, 1500, null],
  [2, 40, 200, null],
  [3, 20, 100, 'den'],
  [5, 30, 300, 'den'],
  [3, 20, 20_000, 'den'],
])('%i agencies of %i cases among %i others, papers of %s', (agencies, size, honest, den) => {
  it.each([3, 4, 5])('are gangs, and nobody else (seed %i)', (seed) => {
    const { tables, of } = world(agencies, size, honest, { den }, seed);
    const gangs = mineGangs(tables.cases, tables.traces);
    const found = gangs.filter(({ role }) => role !== 'forger');
    expect(found).toHaveLength(agencies);
    for (const { cases, score } of found) {
      expect(new Set(cases.map((id) => of.get(id))).size).toBe(1);
      expect(of.has(cases[0]!)).toBe(true);
      expect(cases.length).toBeGreaterThanOrEqual(0.8 * size);
      expect(score).toBeGreaterThanOrEqual(0.7);
    }
    const forgers = gangs.filter(({ role }) => role === 'forger');
    expect(forgers).toHaveLength(den ? 1 : 0);
    if (!den) return;
    const [forger] = forgers;
    expect(new Set(forger!.downstream)).toEqual(new Set(found.map(({ gang }) => gang)));
    expect(found.every(({ upstream }) => upstream === forger!.gang)).toBe(true);
    expect(forger!.cases.every((id) => of.has(id))).toBe(true);
  });
});

describe('innocent people', () => {
  const innocent: Readonly<Record<string, (tables: Tables) => void>> = {
    'of one dormitory': (t) => {
      for (let i = 0; i < 80; i++)
        t.case(`s${i}`, t.pick(300), [
          ['address', 'dormitory'],
          ['ip', '10.0.0.1'],
          ['phone', `s${i}`],
        ]);
    },
    'with the telephone of one office': (t) => {
      for (let i = 0; i < 60; i++)
        t.case(`e${i}`, t.pick(300), [
          ['phone', 'switchboard'],
          ['device', `e${i}`],
        ]);
    },
    'of one family': (t) => {
      for (let i = 0; i < 4; i++)
        t.case(`f${i}`, t.pick(60), [
          ['phone', 'mother'],
          ['address', 'home'],
          ['bank_card', 'father'],
        ]);
    },
    'with papers of one hospital': (t) => {
      for (let i = 0; i < 150; i++)
        t.case(`h${i}`, t.pick(300), [
          ['seal', 'hospital'],
          ['document_template', 'hospital'],
          ['phone', `p${i}`],
        ]);
    },
    'who copied one letter': (t) => {
      for (let i = 0; i < 90; i++)
        t.case(`l${i}`, t.pick(300), [
          ['script', 'letter'],
          ['phone', `lp${i}`],
        ]);
    },
    'who are clients of lawyers': (t) => {
      for (let i = 0; i < 40; i++)
        t.case(`c${i}`, t.pick(300), [
          ['phone', 'law firm'],
          ['address', 'law firm'],
          ['seal', 'letterhead'],
          ...(t.pick(3) > 0 ? ([['script', 'law firm']] as const) : []),
        ]);
    },
  };

  it.each(Object.keys(innocent))('%s are no gang', (sort) => {
    const tables = new Tables(8);
    tables.honest(800);
    innocent[sort]!(tables);
    expect(mineGangs(tables.cases, tables.traces)).toEqual([]);
  });

  it('stay out of a gang whose hospital or courier they share', () => {
    const { tables, of } = world(3, 40, 300, { den: 'den' }, 9);
    for (let i = 0; i < 160; i++)
      tables.case(`h${i}`, tables.pick(300), [
        i % 2 === 0 ? ['seal', 'hospital'] : ['address', 'courier'],
        ['phone', `hp${i}`],
      ]);
    for (let i = 0; i < 10; i++)
      of.set(
        tables.case(`x${i}`, i, [
          ['seal', 'hospital'],
          ['address', 'courier'],
          ['phone', 'phone agency 0 0'],
          ['device', 'device agency 0 0'],
        ]),
        'agency 0',
      );
    const { gangs, graph, weighed } = mine(tables.cases, tables.traces);
    expect(gangs.every(({ gang }) => gang.cases.every((id) => of.has(id)))).toBe(true);
    const hubs = hubsOf(graph, weighed);
    expect(hubs.map(({ value }) => value)).toEqual(expect.arrayContaining(['hospital', 'courier']));
    expect(hubs[0]!.reason.message.zh).toMatch(/不作关联/);
  });
});

describe('what is told', () => {
  const { tables } = world(2, 30, 200, { den: 'den' }, 6);
  const { gangs, graph, weighed } = mine(tables.cases, tables.traces);

  it('has a link with its why for every case of every gang', () => {
    for (const gang of gangs) {
      const links = [...linksOf(graph, weighed, gang)];
      const linked = new Set(links.map((link) => link.case));
      expect(gang.gang.cases.filter((id) => !linked.has(id))).toEqual([]);
      for (const { lift, message, observedAt } of links) {
        expect(lift).toBeGreaterThan(0);
        expect(message.en).toContain(observedAt!);
      }
    }
    const [header, first] = linksCsv(linksOf(graph, weighed, gangs[0]!));
    expect(first!.split(',').length).toBeGreaterThanOrEqual(header!.split(',').length);
  });

  it('gives reasons in both languages, with numbers', () => {
    for (const { gang } of gangs)
      for (const { message } of gang.reasons) {
        expect(message.zh).toMatch(/\d/);
        expect(message.en).toMatch(/\d/);
      }
  });

  it('does not hang on the order of the rows', () => {
    const { cases, traces } = tables;
    const order = [...traces.caseId.keys()].reverse();
    const turned = {
      caseId: order.map((i) => traces.caseId[i]!),
      kind: order.map((i) => traces.kind[i]!),
      value: order.map((i) => traces.value[i]!),
      observedAt: Float64Array.from(order, (i) => traces.observedAt[i]!),
    };
    const sets = (some: ReturnType<typeof mineGangs>) =>
      some.map((gang) => [gang.role, gang.cases.toSorted()]);
    expect(sets(mineGangs(cases, turned))).toEqual(sets(mineGangs(cases, traces)));
  });

  it('is nothing of nothing', () => {
    const empty = new Tables();
    expect(mineGangs(empty.cases, empty.traces)).toEqual([]);
  });
});
