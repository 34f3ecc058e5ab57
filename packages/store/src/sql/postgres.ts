import { CodedError } from '@jianzhen/evidence';
import pg from 'pg';
import { errors } from '../errors.ts';
import type { Database, Sql } from './database.ts';

/** Serialisation failure and deadlock: the transaction did nothing, and may be run again. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 4;
const POOL = 10;

/** SQLSTATE of a server that is away, starting, stopping, full or does not let us in; and the sockets' own words. */
const AWAY =
  /^(08...|57P0[1-5]|53300|25006|28...|3D000|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
const AWAY_TEXT =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable/i;

/** A PostgreSQL server by its URL. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL,
    application_name: 'jianzhen',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // An idle connection broke; the next query opens a new one, or says what is wrong.
  pool.on('error', () => {});
  try {
    await reach(() => pool.query('select 1'));
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
  return {
    ...sqlOf(pool),
    embedded: false,
    bossOptions: { connectionString: url, max: 5, application_name: 'jianzhen-queue' },
    transaction: (work) => reach(() => inTransaction(pool, work)),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken = false;
    // Without a listener, a connection that breaks between two statements would end the process.
    const onError = () => {
      broken = true;
    };
    client.on('error', onError);
    try {
      await client.query('begin');
      const result = await work(sqlOf(client));
      await client.query('commit');
      return result;
    } catch (thrown) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      if (attempt < TRIES && AGAIN.has((thrown as { code?: string }).code ?? '')) continue;
      throw thrown;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

function sqlOf(at: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      return reach(async () => (await at.query(text, [...values])).rows as Row[]);
    },
    async exec(script) {
      await reach(() => at.query(script));
    },
    boss: {
      executeSql: (text, values) => reach(() => at.query(text, values)),
    },
  };
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const { code, message } = thrown as { code?: string; message: string };
    if (!AWAY.test(code ?? '') && !AWAY_TEXT.test(message)) throw thrown;
    throw errors('store.unavailable', { detail: message || (code ?? '') }, { cause: thrown });
  }
}
