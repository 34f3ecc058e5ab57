import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../../errors.ts';
import type { SparkSettings } from '../settings.ts';
import type { SqlSession } from '../sql/session.ts';
import { sparkAddress } from './address.ts';
import { Away, type Connection, connect } from './connection.ts';
import { sparkDialect } from './dialect.ts';
import { openFile, shutFile } from './files.ts';

/** What every session of ours needs, said again after each reconnection. */
const SETTINGS = [
  'set spark.sql.session.timeZone=UTC',
  'set spark.sql.thriftServer.incrementalCollect=true',
  // Rows with too few or too many fields show only to a reader of all columns.
  'set spark.sql.csv.parser.columnPruning.enabled=false',
  // What an attempt that was cut off left behind is written over.
  'set spark.sql.legacy.allowNonEmptyLocationInCTAS=true',
];

const NETWORK = /ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|connection is lost/;

const isAway = (thrown: unknown): boolean =>
  thrown instanceof Away ||
  (thrown instanceof Error && NETWORK.test(`${(thrown as NodeJS.ErrnoException).code} ${thrown.message}`));

const detailOf = (thrown: unknown): string => {
  const said =
    thrown instanceof Error ? thrown.message : ((thrown as { message?: string }).message ?? thrown);
  return String(said).split('\n')[0]!.slice(0, 500);
};

/**
 * Statements to an existing cluster through its Thrift server. Each is a step that begins afresh, so where the server goes
 * away it is sent again, to a new session, until it is back or patience is at its end.
 * @throws CodedError `gangs.spark-…`
 */
export async function openSpark({ url, database, retries, retryMs }: SparkSettings): Promise<SqlSession> {
  if (!url) throw errors('gangs.spark-url-missing');
  const address = sparkAddress(url);
  let connection: Connection | null = null;

  const connected = async (): Promise<Connection> => {
    if (connection) return connection;
    const made = await connect(address);
    for (const setting of [...SETTINGS, `use ${database}`]) await (await made.execute(setting)).close();
    connection = made;
    return made;
  };

  const coded = (thrown: unknown): CodedError => {
    if (thrown instanceof CodedError) return thrown;
    const detail = detailOf(thrown);
    const values = { url: address.shown, detail, retries };
    if (isAway(thrown)) return errors('gangs.spark-away', values, { cause: thrown });
    const refused = /Authentication error|HTTP.* 40[13]/i.test(detail);
    return errors(refused ? 'gangs.spark-refused' : 'gangs.spark-failed', values, { cause: thrown });
  };

  const patiently = async <T>(
    attempt: (connection: Connection, again: boolean) => Promise<T>,
  ): Promise<T> => {
    for (let tried = 0; ; tried++) {
      try {
        return await attempt(await connected(), tried > 0);
      } catch (thrown) {
        if (!isAway(thrown) || tried >= retries) throw coded(thrown);
        connection = null;
        await sleep(retryMs * 2 ** tried);
      }
    }
  };

  const run = (sql: string) => patiently(async (to) => (await to.execute(sql)).close());

  const session: SqlSession = {
    dialect: sparkDialect,
    run,
    save: (table, query) =>
      patiently(async (to, again) => {
        if (again) await (await to.execute(`drop table if exists ${table}`)).close();
        await (await to.execute(`create table ${table} using parquet as ${query}`)).close();
      }),
    async *batches(sql) {
      // Until the first rows are there, nothing was handed on and all can be asked again.
      const { operation, first } = await patiently(async (to) => {
        const begun = await to.execute(sql);
        return { operation: begun, first: await begun.fetch() };
      });
      try {
        for (let rows = first; rows; rows = await operation.fetch()) yield rows;
      } catch (thrown) {
        throw coded(thrown);
      } finally {
        await operation.close().catch(() => {});
      }
    },
    open: (relation, source, wanted, tell) => openFile(session, relation, source, wanted, tell),
    shut: (relation) => shutFile(session, relation),
    async close() {
      await connection?.close();
    },
  };
  await patiently(async () => {});
  return session;
}
