import { memoryEngine } from './memory.ts';
import type { EngineName, GangEngine } from './port.ts';
import { type EngineSettings, engineSettings } from './settings.ts';
import { sqlEngine } from './sql/engine.ts';

// DuckDB's library and Spark's client are loaded by whom uses them.
const ENGINES: Readonly<Record<EngineName, (settings: EngineSettings) => GangEngine>> = {
  memory: memoryEngine,
  duckdb: ({ duckdb }) =>
    sqlEngine('duckdb', async () => (await import('./duckdb/session.ts')).openDuckDb(duckdb)),
  spark: ({ spark }) => sqlEngine('spark', async () => (await import('./spark/session.ts')).openSpark(spark)),
};

export const createGangEngine = (name: EngineName, settings = engineSettings(process.env)): GangEngine =>
  ENGINES[name](settings);
