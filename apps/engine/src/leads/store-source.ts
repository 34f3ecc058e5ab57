import { createHash } from 'node:crypto';
import { type BlobStore, type CaseStore, type Exhibit, type GangStore, gatherTables } from '@jianzhen/cases';
import type { Gang } from '@jianzhen/evidence';
import type {
  GeneratorFacts,
  LeadCase,
  LeadExhibit,
  LeadInput,
  LeadTrace,
  SourceRecord,
} from '@jianzhen/leads';
import { createComplaintReader } from '../complaints.ts';
import { errors } from '../errors.ts';
import { modelsOfGangs } from './generator.ts';

/** What a lead is taken from. */
export interface LeadStore {
  readonly gangs: Pick<GangStore, 'lastGangs' | 'miningTables'>;
  readonly cases: Pick<CaseStore, 'exhibitsOf' | 'pagesOf' | 'findingsOf'>;
  readonly blobs: Pick<BlobStore, 'open' | 'read'>;
}

/** Ids of cases on record here; others came from other systems. */
const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

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

const tableOf = (caseId: string, own: string, outside: string) => (OWN.test(caseId) ? own : outside);

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
      parameters: {},
      seed: null,
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

/** The files of the gang's cases on record, one after another. */
async function* exhibitsOf(gang: Gang, { cases, blobs }: LeadStore): AsyncGenerator<LeadExhibit> {
  for (const caseId of gang.cases.filter((id) => OWN.test(id)).toSorted())
    for (const exhibit of await cases.exhibitsOf(caseId))
      yield exhibitOf(exhibit, await maskOf(exhibit), await cases.findingsOf(exhibit.id));

  async function maskOf({ id }: Exhibit): Promise<LeadExhibit['pictures']> {
    const pages = await cases.pagesOf(id);
    const found = pages.flatMap(({ page, mask }) => (mask ? [{ page, mask }] : []));
    return Promise.all(
      found.map(async ({ page, mask }) => ({ kind: 'mask' as const, page, bytes: await blobs.read(mask) })),
    );
  }

  function exhibitOf(
    { caseId, name, mediaType, createdAt, sha256, bytes }: Exhibit,
    pictures: LeadExhibit['pictures'],
    findings: LeadExhibit['findings'],
  ): LeadExhibit {
    const open = async function* () {
      const blob = await blobs.open(sha256);
      if (!blob) throw errors('engine.exhibit-missing', { name, sha256 });
      yield* blob.stream as AsyncIterable<Uint8Array>;
    };
    return { case: caseId, name, mediaType, receivedAt: createdAt, sha256, bytes, open, findings, pictures };
  }
}
