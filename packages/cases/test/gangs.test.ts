import type { Gang, TraceKind } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { clusterTraces, firstOf } from '../src/clusters.ts';
import { keepNames } from '../src/gang-names.ts';

const gang = (name: string, cases: readonly string[], more: Partial<Gang> = {}): Gang => ({
  gang: name,
  score: 0.9,
  role: 'agency',
  upstream: null,
  downstream: [],
  cases: [...cases],
  customers: cases.length,
  lenders: 1,
  firstSeen: null,
  lastSeen: null,
  traces: [],
  reasons: [],
  levels: [],
  core: 0,
  ...more,
});

describe('names of gangs', () => {
  it('stay with the gang that shares most cases with what bore them, whatever its new rank', () => {
    const before = [gang('g-0001', ['a', 'b', 'c']), gang('g-0002', ['x', 'y', 'z'])];
    const fresh = [gang('g-0001', ['x', 'y', 'z', 'w']), gang('g-0002', ['a', 'b'])];
    expect(keepNames(before, fresh, 2).map(({ gang }) => gang)).toEqual(['g-0002', 'g-0001']);
  });

  it('are never given again, and follow into kinship', () => {
    const fresh = [
      gang('g-0001', ['p', 'q'], { role: 'forger', downstream: ['g-0002'] }),
      gang('g-0002', ['x', 'y'], { upstream: 'g-0001' }),
    ];
    expect(keepNames([gang('g-0001', ['x', 'y'])], fresh, 7)).toMatchObject([
      { gang: 'g-0008', downstream: ['g-0001'] },
      { gang: 'g-0001', upstream: 'g-0008' },
    ]);
  });

  it('of two parts of a gang that fell apart, the larger keeps it', () => {
    const fresh = [gang('g-0001', ['a', 'b']), gang('g-0002', ['c', 'd', 'e'])];
    const named = keepNames([gang('g-0005', ['a', 'b', 'c', 'd', 'e'])], fresh, 5);
    expect(named.map(({ gang }) => gang)).toEqual(['g-0006', 'g-0005']);
  });
});

describe('relations as traces', () => {
  const sighting = (id: number, kind: 'seal' | 'document_template' = 'seal') => ({
    kind,
    id,
    caseId: `case ${id}`,
    at: id * 1000,
  });

  it('give all that is tied, directly or through others, one value', () => {
    const relations = [
      { kind: 'seal', own: 9, other: 5 },
      { kind: 'seal', own: 5, other: 2 },
      { kind: 'seal', own: 7, other: 6 },
      { kind: 'document_template', own: 9, other: 1 },
    ] as const;
    const { caseId, value, observedAt } = clusterTraces(relations, [
      ...[2, 5, 6, 7, 9].map((id) => sighting(id)),
      ...[1, 9].map((id) => sighting(id, 'document_template')),
    ]);
    expect(Object.fromEntries(caseId.map((id, i) => [`${id} ${value[i]!.split('-')[0]}`, value[i]]))).toEqual(
      {
        'case 2 seal': 'seal-2',
        'case 5 seal': 'seal-2',
        'case 9 seal': 'seal-2',
        'case 6 seal': 'seal-6',
        'case 7 seal': 'seal-6',
        'case 1 document_template': 'document_template-1',
        'case 9 document_template': 'document_template-1',
      },
    );
    expect(observedAt[0]).toBe(2000);
  });

  it('are named after the first on record, which their names lead back to', () => {
    const named = (kind: TraceKind, value: string) => firstOf({ kind, value });
    expect(named('seal', 'seal-2')).toEqual({ kind: 'seal', id: 2 });
    expect(named('document_template', 'document_template-19')).toEqual({ kind: 'document_template', id: 19 });
    // Values of other systems, or of other kinds.
    for (const value of ['seal-eb7f9c19684bb', 'seal-007', 'seal-', 'seal--1', 'seal-1e400', '2'])
      expect(named('seal', value)).toBeNull();
    expect(named('document_template', 'seal-2')).toBeNull();
    expect(named('device', 'seal-2')).toBeNull();
  });

  it('are none where nothing is related', () => {
    expect(clusterTraces([], [sighting(1)]).caseId).toEqual([]);
  });
});
