import { tmpdir } from 'node:os';

export interface DuckDbSettings {
  /** Most memory that DuckDB takes before it writes to disk, as it spells it: `3GB`. */
  readonly memory: string;
  /** As many as there are cores unless told. */
  readonly threads?: number;
  /** Where the database and what does not fit into memory are written. */
  readonly folder: string;
}

export interface SparkSettings {
  /** Of the Thrift server: `thrift://[user:password@]host:port` or `http(s)://…/cliservice`; undefined where none is told. */
  readonly url?: string;
  /** Database (schema) that working tables are made in. */
  readonly database: string;
  /** How often a statement is sent again after the cluster went away. */
  readonly retries: number;
  /** Milliseconds before it is sent again, twice as many each time. */
  readonly retryMs: number;
}

export interface EngineSettings {
  readonly duckdb: DuckDbSettings;
  readonly spark: SparkSettings;
}

/** Settings by environment variables; docs/gangs-at-scale.md lists them. */
export function engineSettings(env: Readonly<Record<string, string | undefined>>): EngineSettings {
  const threads = Number(env.JIANZHEN_DUCKDB_THREADS);
  return {
    duckdb: {
      memory: env.JIANZHEN_DUCKDB_MEMORY || '3GB',
      ...(threads > 0 ? { threads } : {}),
      folder: env.JIANZHEN_DUCKDB_FOLDER || tmpdir(),
    },
    spark: {
      ...(env.JIANZHEN_SPARK_URL ? { url: env.JIANZHEN_SPARK_URL } : {}),
      database: env.JIANZHEN_SPARK_DATABASE || 'default',
      retries: Number(env.JIANZHEN_SPARK_RETRIES || 5),
      retryMs: 1000,
    },
  };
}
