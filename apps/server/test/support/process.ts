import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  terminate(): Promise<number | null>;
}

export interface ServerProcessOptions {
  readonly dir: string;
  readonly delayMs?: number;
  readonly roles?: string;
  /** What judges codes; the fake one unless told. */
  readonly judge?: 'fake' | 'real';
  readonly env?: NodeJS.ProcessEnv;
}

/** A server in a process of its own. Rejects with what the process said if it does not come up. */
export async function spawnServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const { dir, delayMs = 0, roles = 'api,worker', judge = 'fake', env = {} } = options;
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'server.ts'),
      ...['--dir', dir, '--delay', String(delayMs), '--roles', roles, '--judge', judge],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  let complaint = '';
  child.stderr!.on('data', (chunk) => {
    complaint += chunk;
  });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const line = once(createInterface(child.stdout!), 'line').then(([text]) => text as string);
  const first = await Promise.race([line, gone.then(([code]) => ({ code }))]);
  if (typeof first !== 'string') throw new Error(`server ended with ${first.code}: ${complaint}`);
  return {
    child,
    url: JSON.parse(first).url,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async terminate() {
      child.kill('SIGTERM');
      return (await gone)[0];
    },
  };
}
