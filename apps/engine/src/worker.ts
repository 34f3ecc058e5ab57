import { parentPort, workerData } from 'node:worker_threads';
import { toCodedError } from '@jianzhen/evidence';
import { examine, READER } from './examine.ts';
import { throughGate } from './native-gate.ts';
import type { WorkerReply, WorkerSettings } from './pool.ts';
import { createDetectors } from './registry.ts';
import { splitRunner } from './split.ts';
import type { ExamineInput } from './types.ts';

const port = parentPort!;
const { split, reading, gate } = workerData as WorkerSettings;
const own = { reading, guard: <T>(work: () => Promise<T>) => throughGate(gate, work) };
// At the first file, not at the start: what stops them from being made is told with that file.
let detectors: ReturnType<typeof createDetectors> | undefined;
const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', async (input: ExamineInput) => {
  reply({ kind: 'begun' });
  try {
    detectors ??= createDetectors(split ? { ...own, run: splitRunner(), threads: 2 } : own);
    const result = await examine(input, detectors, {
      onDecoded: (pixels) => reply({ kind: 'decoded', pixels }),
      onDetector: (id) => id === READER && reply({ kind: 'reading' }),
      onPage: () => reply({ kind: 'page' }),
    });
    reply({ kind: 'result', result });
  } catch (thrown) {
    const { code, text, status } = toCodedError(thrown);
    reply({ kind: 'error', code, text, status });
  }
});
