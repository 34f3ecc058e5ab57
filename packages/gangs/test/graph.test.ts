import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../src/components/union-find.ts';
import { bridges } from '../src/graph/bridges.ts';
import { transpose } from '../src/graph/rows.ts';
import { ingest } from '../src/ids/ingest.ts';
import { normalise } from '../src/ids/normalise.ts';
import { parseTime } from '../src/ids/time.ts';
import { Tables } from './support/tables.ts';

describe('bridges', () => {
  it('are the edges whose removal parts what they join', () => {
    const vertex = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(vertex, vertex), { maxLength: 20 }), (edges) => {
        const found = bridges(10, Int32Array.from(edges.flat()));
        const labels = (some: typeof edges) =>
          components(
            10,
            ...([0, 1].map((k) => Int32Array.from(some, (e) => e[k]!)) as [Int32Array, Int32Array]),
          );
        for (const [i, [a, b]] of edges.entries()) {
          const without = labels(edges.filter((_, k) => k !== i));
          expect(found[i]! > 0).toBe(without[a] !== without[b]);
        }
      }),
      { seed: 6 },
    );
  });
});

describe('rows', () => {
  it('turned twice are what they were, in order', () => {
    const rows = { offsets: Int32Array.of(0, 2, 2, 3), items: Int32Array.of(1, 3, 0) };
    expect(transpose(transpose(rows, 4), 3)).toEqual(rows);
  });
});

describe('ingest', () => {
  it('counts a case once with a trace, and tells what it leaves out', () => {
    const tables = new Tables();
    const id = tables.case('a', 0, [
      ['phone', '+86 138-0013-8000'],
      ['phone', '13800138000'],
      ['email', '  '],
    ]);
    const traces = { ...tables.traces, caseId: [id, id, id] };
    const { incidence, skipped } = ingest(tables.cases, traces);
    expect(incidence.traces.values).toEqual(['13800138000']);
    expect(incidence.byTrace.items).toEqual(Int32Array.of(0));
    expect(skipped).toEqual({ repeatedCases: 0, unknownCases: 0, emptyValues: 1 });
    const nowhere = ingest(tables.cases, { ...traces, caseId: [id, 'c9', id] });
    expect(nowhere.skipped.unknownCases).toBe(1);
  });

  it('takes a telephone number that was silent for long as another’s', () => {
    const tables = new Tables();
    for (const day of [0, 100, 400]) tables.case(`p${day}`, day, [['phone', '1']]);
    const { incidence } = ingest(tables.cases, tables.traces);
    expect([...incidence.byTrace.offsets]).toEqual([0, 2, 3]);
  });
});

describe('values', () => {
  it.each([
    ['phone', '0086 138 0013 8000', '13800138000'],
    ['phone', '８６１３８００１３８０００', '13800138000'],
    ['phone', '+1 202-555-0100', '+12025550100'],
    ['phone', '010-8888 6666', '01088886666'],
    ['email', ' Zhang@Example.COM', 'zhang@example.com'],
    ['domain', 'Pay.Example.com.', 'pay.example.com'],
    ['bank_card', '6222 0200 1234 5678', '6222020012345678'],
    ['address', '阳光路  8 号', '阳光路 8 号'],
    ['device', 'AbC-9', 'AbC-9'],
  ] as const)('%s %j is %j', (kind, given, expected) => {
    expect(normalise(kind, given)).toBe(expected);
    expect(normalise(kind, expected)).toBe(expected);
  });

  it.each([
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024-02-29T10:00:00+08:00', Date.UTC(2024, 1, 29, 2)],
    ['2024-02-29 10:00:00.250', Date.UTC(2024, 1, 29, 10, 0, 0, 250)],
    ['', Number.NaN],
    ['2023-02-29', null],
    ['29/02/2024', null],
  ])('time %j', (text, expected) => expect(parseTime(text)).toBe(expected));
});
