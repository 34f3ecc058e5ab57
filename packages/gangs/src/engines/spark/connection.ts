import { setTimeout as sleep } from 'node:timers/promises';
import hive from 'hive-driver';
import type { Cell } from '../sql/session.ts';
import type { SparkAddress } from './address.ts';
import { type ThriftRows, thriftRows } from './rows.ts';

/** The connection went away, or never came about: another attempt may succeed. */
export class Away extends Error {}

const CONNECT_MS = 20_000;
const FETCH_ROWS = 20_000;
/** Between questions whether a statement is done; hive-driver itself would ask without a pause. */
const POLL_MS = [5, 20, 50, 100, 250];

/** A statement whose rows can be fetched. */
export interface Operation {
  /** Null at the end. */
  fetch(): Promise<Cell[][] | null>;
  close(): Promise<void>;
}

export interface Connection {
  execute(sql: string): Promise<Operation>;
  close(): Promise<void>;
}

async function openClient(address: SparkAddress) {
  const { TCLIService, TCLIService_types } = hive.thrift;
  const client = new hive.HiveClient(TCLIService, TCLIService_types);
  const { user: username, password, host, port, path, secure, plainSocket } = address;
  // The driver checks no certificate unless it is told to.
  const tls = { rejectUnauthorized: true };
  if (address.transport === 'http')
    await client.connect(
      { host, port, options: { path, https: secure, nodeOptions: tls } },
      new hive.connections.HttpConnection(),
      new hive.auth.PlainHttpAuthentication({ username, password }),
    );
  else
    await client.connect(
      { host, port, options: secure ? { ssl: true, ...tls, servername: host } : {} },
      new hive.connections.TcpConnection(),
      plainSocket
        ? new hive.auth.NoSaslAuthentication()
        : new hive.auth.PlainTcpAuthentication({ username, password }),
    );
  return client;
}

/** @throws Away where nobody answers */
export async function connect(address: SparkAddress): Promise<Connection> {
  const { TOperationState, TProtocolVersion } = hive.thrift.TCLIService_types;
  const timer = new AbortController();
  const late = sleep(CONNECT_MS, null, { signal: timer.signal, ref: false }).then(
    () => Promise.reject(new Away(`no answer within ${CONNECT_MS / 1000} s`)),
    () => new Promise<never>(() => {}),
  );
  const client = await Promise.race([openClient(address), late]);
  // The driver leaves requests open for ever whose connection is gone.
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  lost.catch(() => {});
  client.on('error', (cause: unknown) => lose(new Away(String(cause), { cause })));
  client.on('close', () => lose(new Away('the connection was closed')));
  const orLost = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, lost]);
  const opening = client.openSession({ client_protocol: TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V8 });
  const session = await Promise.race([orLost(opening), late]);
  timer.abort();

  return {
    async execute(sql) {
      const operation = await orLost(session.executeStatement(sql, { runAsync: true }));
      for (let asked = 0; ; asked++) {
        const { operationState: state, errorMessage } = await orLost(operation.status(false));
        if (state === TOperationState.FINISHED_STATE) break;
        const going = [
          TOperationState.INITIALIZED_STATE,
          TOperationState.PENDING_STATE,
          TOperationState.RUNNING_STATE,
        ];
        if (!going.includes(state)) throw new Error(errorMessage ?? `state ${state}`);
        await sleep(POLL_MS[Math.min(asked, POLL_MS.length - 1)]);
      }
      (operation as unknown as { setMaxRows(rows: number): void }).setMaxRows(FETCH_ROWS);
      let more = true;
      return {
        async fetch() {
          if (!more) return null;
          await orLost(operation.fetch());
          const rows = (operation.getData() as unknown as ThriftRows[]).flatMap(thriftRows);
          operation.flush();
          more = operation.hasMoreRows() && rows.length > 0;
          return rows.length > 0 ? rows : null;
        },
        async close() {
          await orLost(operation.close());
        },
      };
    },
    async close() {
      await orLost(session.close()).catch(() => {});
      client.removeAllListeners('close');
      client.close();
    },
  };
}
