import type { Db as BossDatabase, ConstructorOptions } from 'pg-boss';

/** Where SQL goes: a database, or one transaction on it. */
export interface Sql {
  /** One statement with parameters `$1 …`. */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Any number of statements without parameters. */
  exec(script: string): Promise<void>;
  /** The same place for pg-boss, so that a job can be sent within a transaction. */
  readonly boss: BossDatabase;
}

/** PostgreSQL, embedded or on a server: one dialect. @throws `store.unavailable` while a server does not answer */
export interface Database extends Sql {
  /** True where this process alone has the database, so that nobody else can be running its jobs. */
  readonly embedded: boolean;
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** How pg-boss gets at this database. */
  readonly bossOptions: ConstructorOptions;
  close(): Promise<void>;
}
