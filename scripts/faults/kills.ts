import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, spawnServer } from '../../apps/server/test/support/process.ts';
import { createLoad, type Tally } from './load.ts';

export interface KillOptions {
  readonly dir: string;
  readonly databaseUrl?: string;
  readonly processes: number;
  readonly kills: number;
  readonly files: number;
  readonly random: () => number;
}

/** Kills server processes with SIGKILL while files come in and are examined, and starts each again. */
export async function killLoop({
  dir,
  databaseUrl,
  processes,
  kills,
  files,
  random,
}: KillOptions): Promise<Tally> {
  const start = () =>
    spawnServer({ dir, delayMs: 250, env: databaseUrl ? { DATABASE_URL: databaseUrl } : {} });
  const servers: ServerProcess[] = [];
  for (let i = 0; i < processes; i++) servers.push(await start());
  let turn = 0;
  const load = createLoad(() => servers[turn++ % servers.length]!.url, ['store.unavailable']);
  try {
    await load.open();
    const sending = load.send(files, 40);
    for (let kill = 0; kill < kills; kill++) {
      await sleep(300 + random() * 1500);
      const victim = Math.floor(random() * servers.length);
      await servers[victim]!.kill();
      servers[victim] = await start();
    }
    await sending;
    return await load.tally();
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}
