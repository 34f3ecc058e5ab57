import { rm } from 'node:fs/promises';
import { freshDataDir } from '../../../../scripts/fresh-data-dir.ts';
import { startServer } from '../../src/index.ts';
import { type Client, clientOf } from './client.ts';

/** Examinations by the real engine, on a machine that runs other tests beside, in ms. */
export const PATIENCE = 240_000;

export interface ExaminingServer {
  readonly client: Client;
  /** Hands a file in for a customer, in a case of its own. */
  examined(
    customerId: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<{
    readonly caseId: string;
    readonly exhibit: string;
    readonly findings: readonly {
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
    }[];
  }>;
  close(): Promise<void>;
}

/** A server of its own that examines with the real engine. */
export async function startExamining(): Promise<ExaminingServer> {
  const dataDir = await freshDataDir();
  const examiner = async () => {
    const { createEngine } = await import('@jianzhen/engine');
    return createEngine({ threads: 1, deadlineMs: PATIENCE });
  };
  const server = await startServer({ port: 0, dataDir, console: null, examiner });
  const client = clientOf(server.url!);
  return {
    client,
    async examined(customerId, name, bytes) {
      const { id } = (await client.post('/v1/cases', { customerId })).body;
      await client.upload(`/v1/cases/${id}/exhibits`, { [name]: bytes });
      const { exhibits } = await client.finished(id, PATIENCE);
      const { findings } = (await client.get(`/v1/exhibits/${exhibits[0].id}/findings`)).body;
      return { caseId: id, exhibit: exhibits[0].id, findings };
    },
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
