import type { CaseTable, TraceKind, TraceTable } from '@jianzhen/evidence';
import { caseAt } from './case.ts';
import type { World } from './plan.ts';
import type { CaseTruth, WorldCase } from './types.ts';

/** The cases of a world in the order of time, one after another: nothing is kept. */
export function* worldCases(world: World): Generator<WorldCase> {
  for (let index = 0; index < world.cases; index++) yield caseAt(world, index);
}

/** A world in memory: what a miner is given, and the truth that it is not, a row a case. */
export interface WorldTables {
  readonly cases: CaseTable;
  readonly traces: TraceTable;
  readonly truth: readonly CaseTruth[];
}

export function worldTables(world: World): WorldTables {
  const cases = { caseId: [] as string[], customerId: [] as string[], lenderId: [] as string[] };
  const traces = { caseId: [] as string[], kind: [] as TraceKind[], value: [] as string[] };
  const openedAt = new Float64Array(world.cases);
  const observedAt: number[] = [];
  const truth: CaseTruth[] = [];
  for (const one of worldCases(world)) {
    openedAt[truth.length] = one.openedAt;
    cases.caseId.push(one.caseId);
    cases.customerId.push(one.customerId);
    cases.lenderId.push(one.lenderId);
    for (const { kind, value, observedAt: at } of one.traces) {
      traces.caseId.push(one.caseId);
      traces.kind.push(kind);
      traces.value.push(value);
      observedAt.push(at);
    }
    truth.push(one.truth);
  }
  return {
    cases: { ...cases, openedAt },
    traces: { ...traces, observedAt: Float64Array.from(observedAt) },
    truth,
  };
}

/** What is true of a gang as a whole. */
export interface GangTruth {
  readonly gang: string;
  readonly role: 'forger' | 'agency' | 'ring';
  /** Dens that supply it. */
  readonly upstream: readonly string[];
}

export function gangTruths({ dens, organised }: Pick<World, 'dens' | 'organised'>): GangTruth[] {
  return [
    ...dens.map(({ id }) => ({ gang: id, role: 'forger' as const, upstream: [] })),
    ...organised.flatMap((one) => {
      if (one.role === 'law-firm') return [];
      const supplies = one.role === 'agency' ? one.supplies : [];
      return [{ gang: one.id, role: one.role, upstream: supplies.map(({ den }) => dens[den]!.id) }];
    }),
  ];
}
