import { createHash } from 'node:crypto';
import { gatherTables } from '@jianzhen/cases';
import { mineDefaults } from '@jianzhen/gangs';
import type { GeneratorFacts, LeadCase, LeadInput, LeadTrace, SourceRecord } from '@jianzhen/leads';
import { createComplaintReader } from '../complaints.ts';
import { errors } from '../errors.ts';
import { exhibitsOf } from './exhibits.ts';
import { modelsOfGangs } from './generator.ts';
import { isOwn, type LeadStore } from './lead-store.ts';

const instantOf = (at: number): string | null => (Number.isNaN(at) ? null : new Date(at).toISOString());

/** The record as it was read, by its values in a fixed order. */
const recordOf = (
  table: string,
  id: string,
  values: readonly (string | null)[],
  time: string | null,
): SourceRecord => ({
  system: 'jianzhen',
  table,
  id,
  time,
  sha256: createHash('sha256').update(JSON.stringify(values)).digest('hex'),
});

const tableOf = (caseId: string, own: string, outside: string) => (isOwn(caseId) ? own : outside);

/** A gang of the last run, with its records and exhibits out of the store, which must stay open while they are read. @throws CodedError `engine.gang-not-stored` */
export async function leadFromStore(
  id: string,
  store: LeadStore,
  { version, commands }: Pick<GeneratorFacts, 'version' | 'commands'>,
): Promise<LeadInput> {
  const gangs = await store.gangs.lastGangs();
  const gang = gangs.find((each) => each.gang === id);
  if (!gang) throw errors('engine.gang-not-stored', { gang: id });
  const { cases, traces } = await gatherTables(store.gangs, createComplaintReader());
  const wanted = new Set(gang.cases);
  return {
    gang,
    related: gangs.filter((each) => each.gang === gang.upstream || gang.downstream.includes(each.gang)),
    cases: cases.caseId.flatMap((caseId, i): LeadCase[] => {
      if (!wanted.has(caseId)) return [];
      const [customer, lender] = [cases.customerId[i]!, cases.lenderId[i]!];
      const openedAt = instantOf(cases.openedAt[i]!);
      const source = recordOf(
        tableOf(caseId, 'cases', 'outside_cases'),
        caseId,
        [caseId, customer, lender, openedAt],
        openedAt,
      );
      return [{ case: caseId, customer, lender: lender || null, openedAt, amount: null, source }];
    }),
    traces: tracesOf(wanted, traces),
    exhibits: exhibitsOf(gang, store),
    population: { cases: cases.caseId.length, lenders: new Set(cases.lenderId).size },
    generator: {
      version,
      revision: null,
      models: modelsOfGangs(),
      parameters: { leastScore: mineDefaults.leastScore },
      seed: mineDefaults.seed,
      commands,
    },
  };
}

type Tables = Awaited<ReturnType<typeof gatherTables>>;

function tracesOf(wanted: ReadonlySet<string>, traces: Tables['traces']): LeadTrace[] {
  const keyAt = (i: number) => `${traces.kind[i]}\0${traces.value[i]}`;
  const everywhere = new Map<string, Set<string>>();
  for (let i = 0; i < traces.caseId.length; i++) {
    const key = keyAt(i);
    const seen = everywhere.get(key) ?? new Set();
    everywhere.set(key, seen.add(traces.caseId[i]!));
  }
  return traces.caseId.flatMap((caseId, i): LeadTrace[] => {
    if (!wanted.has(caseId)) return [];
    const [kind, value] = [traces.kind[i]!, traces.value[i]!];
    const observedAt = instantOf(traces.observedAt[i]!);
    const source = recordOf(
      tableOf(caseId, 'traces', 'outside_traces'),
      `${caseId}/${kind}/${i + 1}`,
      [caseId, kind, value, observedAt],
      observedAt,
    );
    return [
      { case: caseId, kind, value, observedAt, casesEverywhere: everywhere.get(keyAt(i))!.size, source },
    ];
  });
}
