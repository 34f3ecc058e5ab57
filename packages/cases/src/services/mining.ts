import { type CaseTable, type TraceTable, toCodedError } from '@jianzhen/evidence';
import { clusterTraces } from '../clusters.ts';
import { errors } from '../errors.ts';
import type { MiningRun } from '../gang.ts';
import { keepNames } from '../gang-names.ts';
import { newId } from '../ids.ts';
import type { ComplaintReader, GangMiner, GangStore, StoredComplaint } from '../ports/index.ts';

/** All that is on record as gangs are mined from it: relations and letters of one script as traces, too. */
export async function gatherTables(
  store: Pick<GangStore, 'miningTables'>,
  complaints: Pick<ComplaintReader, 'scripts'>,
): Promise<{ readonly cases: CaseTable; readonly traces: TraceTable }> {
  const { cases, traces, complaints: letters, relations, sightings } = await store.miningTables();
  const scripts = scriptTraces(letters, await complaints.scripts(letters));
  return { cases, traces: joined(traces, clusterTraces(relations, sightings), scripts) };
}

/** Runs of the miner over all that is on record. */
export function createMining(
  store: GangStore,
  miner: GangMiner,
  complaints: Pick<ComplaintReader, 'scripts'>,
  now: () => Date = () => new Date(),
) {
  return {
    /**
     * Mines once; the gangs found take the place of those before, and keep their names where they are the same ones.
     * @throws CodedError `mining.running` where another run is going on; what the miner throws, kept with the run, too
     */
    async run(): Promise<MiningRun> {
      const started: MiningRun = {
        id: newId(),
        status: 'running',
        startedAt: now().toISOString(),
        finishedAt: null,
        ...{ cases: 0, traces: 0, gangs: 0 },
        error: null,
      };
      if (!(await store.beginRun(started))) throw errors('mining.running');
      try {
        const { cases, traces } = await gatherTables(store, complaints);
        const found = await miner.mine(cases, traces);
        const gangs = keepNames(await store.lastGangs(), found, await store.lastNumber());
        const done: MiningRun = {
          ...started,
          status: 'done',
          finishedAt: now().toISOString(),
          cases: cases.caseId.length,
          traces: traces.caseId.length,
          gangs: gangs.length,
        };
        await store.finishRun(done, gangs);
        return done;
      } catch (thrown) {
        const error = toCodedError(thrown);
        await store.failRun({
          ...started,
          status: 'failed',
          finishedAt: now().toISOString(),
          error: error.toJSON(),
        });
        throw error;
      }
    },
  };
}
export type Mining = ReturnType<typeof createMining>;

/** A trace of each complaint that has a script in common with others. */
function scriptTraces(
  complaints: readonly StoredComplaint[],
  scripts: readonly (string | null)[],
): TraceTable {
  const told = complaints.flatMap(({ caseId, at }, i) =>
    scripts[i] ? [{ caseId, at, value: scripts[i] }] : [],
  );
  return {
    caseId: told.map(({ caseId }) => caseId),
    kind: told.map(() => 'script'),
    value: told.map(({ value }) => value),
    observedAt: Float64Array.from(told, ({ at }) => at),
  };
}

const joined = (...tables: readonly TraceTable[]): TraceTable => ({
  caseId: tables.flatMap(({ caseId }) => caseId),
  kind: tables.flatMap(({ kind }) => kind),
  value: tables.flatMap(({ value }) => value),
  observedAt: Float64Array.from(tables.flatMap(({ observedAt }) => [...observedAt])),
});
