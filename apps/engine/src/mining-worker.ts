import { parentPort, workerData } from 'node:worker_threads';
import { type CaseTable, type TraceTable, toCodedError } from '@jianzhen/evidence';
import { mineGangs } from '@jianzhen/gangs';
import type { MiningReply } from './gang-miner.ts';

const { cases, traces } = workerData as { readonly cases: CaseTable; readonly traces: TraceTable };

function answer(): MiningReply {
  try {
    return { gangs: mineGangs(cases, traces) };
  } catch (thrown) {
    const { code, text, status } = toCodedError(thrown);
    return { error: { code, text, status } };
  }
}

parentPort!.postMessage(answer());
