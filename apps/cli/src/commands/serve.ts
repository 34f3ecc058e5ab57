import { buildConsole } from '@jianzhen/console';
import { fromEnvironment, type Server, startServer } from '@jianzhen/server';
import { Status } from '../status.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
}

/** Resolves when a signal has ended the server; what runs then ends first, what waits runs again after the next start. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void server.close().then(resolve, reject));
    }
  });
}

export async function serve({ port, host, data }: ServeOptions): Promise<Status> {
  const console_ = await buildConsole();
  const server = await startServer({
    ...fromEnvironment(process.env),
    port,
    host,
    dataDir: data,
    console: console_,
  });
  console.log(
    `控制台 console: ${server.url}\n接口说明 API: ${server.url}/openapi.json\n数据 data: ${data}\n按 Ctrl+C 停止 · Ctrl+C stops it`,
  );
  await untilStopped(server);
  return Status.done;
}
