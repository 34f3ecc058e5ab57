import { parentPort, workerData } from 'node:worker_threads';
import { toCodedError } from '@jianzhen/evidence';
import { examine, READER } from './examine.ts';
import { throughGate } from './native-gate.ts';
import type { WorkerReply, WorkerSettings } from './pool.ts';
import { createDetectors, createFileDetectors } from './registry.ts';
import { examineSignatures } from './signatures.ts';
import { splitRunner } from './split.ts';
import type { ExamineInput } from './types.ts';
import { createListener } from './voices/listen.ts';

const port = parentPort!;
const { split, reading, trust, gate } = workerData as WorkerSettings;
const own = { reading, guard: <T>(work: () => Promise<T>) => throughGate(gate, work) };
// At the first file, not at the start: what stops them from being made is told with that file.
let detectors: ReturnType<typeof createDetectors> | undefined;
let fileDetectors: ReturnType<typeof createFileDetectors> | undefined;
const listen = createListener(own.guard);
const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', async (input: ExamineInput) => {
  reply({ kind: 'begun' });
  try {
    fileDetectors ??= createFileDetectors(trust);
    if (input.only === 'signatures') {
      reply({ kind: 'result', result: await examineSignatures(input, fileDetectors) });
      return;
    }
    detectors ??= createDetectors(split ? { ...own, run: splitRunner(), threads: 2 } : own);
    const result = await examine(
      input,
      { pages: detectors, files: fileDetectors, listen },
      {
        onDecoded: (pixels) => reply({ kind: 'decoded', pixels }),
        onDetector: (id) => id === READER && reply({ kind: 'reading' }),
        onPage: () => reply({ kind: 'page' }),
      },
    );
    reply({ kind: 'result', result });
  } catch (thrown) {
    const { code, text, status } = toCodedError(thrown);
    reply({ kind: 'error', code, text, status });
  }
});
