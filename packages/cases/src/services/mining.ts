import { type TraceTable, toCodedError } from '@jianzhen/evidence';
import { clusterTraces } from '../clusters.ts';
import { errors } from '../errors.ts';
import type { MiningRun } from '../gang.ts';
import { keepNames } from '../gang-names.ts';
import { newId } from '../ids.ts';
import type { GangMiner, GangStore } from '../ports/index.ts';

/** Runs of the miner over all that is on record. */
export function createMining(store: GangStore, miner: GangMiner, now: () => Date = () => new Date()) {
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
        const { cases, traces: exact, relations, sightings } = await store.miningTables();
        const traces = joined(exact, clusterTraces(relations, sightings));
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

const joined = (a: TraceTable, b: TraceTable): TraceTable => ({
  caseId: [...a.caseId, ...b.caseId],
  kind: [...a.kind, ...b.kind],
  value: [...a.value, ...b.value],
  observedAt: Float64Array.from([...a.observedAt, ...b.observedAt]),
});
