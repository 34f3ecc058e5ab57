// A thread beside a worker: the second lane of signals for the page that the worker is on.
import { parentPort } from 'node:worker_threads';
import { runSignals, signalLanes } from '@jianzhen/detector-document';
import { reclaimFor } from './reclaim.ts';
import type { PageInput } from './registry.ts';

const port = parentPort!;
port.on('message', (input: PageInput) => {
  const { width, height } = input.image;
  const { results, timings } = runSignals(input, signalLanes[1], reclaimFor(width * height));
  port.postMessage({ results, timings });
});
