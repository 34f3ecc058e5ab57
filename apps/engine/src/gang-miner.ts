import { Worker } from 'node:worker_threads';
import type { GangMiner } from '@jianzhen/cases';
import { CodedError, type Gang, type Message } from '@jianzhen/evidence';

/** What the thread answers. */
export type MiningReply =
  | { readonly gangs: readonly Gang[] }
  | { readonly error: { readonly code: string; readonly text: Message; readonly status: number } };

/** Mines in a thread of its own, which ends afterwards and gives its memory back. */
export const createGangMiner = (): GangMiner => ({
  mine: (cases, traces) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./mining-worker.ts', import.meta.url), {
        workerData: { cases, traces },
      });
      worker.once('message', (reply: MiningReply) => {
        if ('gangs' in reply) resolve([...reply.gangs]);
        else reject(new CodedError(reply.error.code, reply.error.text, reply.error.status));
      });
      worker.once('error', reject);
      worker.once('exit', (status) => reject(new Error(`the mining thread ended with ${status}`)));
    }),
});
