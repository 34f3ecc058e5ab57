import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { closeGate, createGate, throughGate } from '../src/native-gate.ts';

describe('the gate of native code', () => {
  it('makes whoever ends a thread wait until its native work is done', async () => {
    const gate = createGate();
    const done: string[] = [];
    let finish = () => {};
    const work = throughGate(gate, () => new Promise<void>((resolve) => (finish = resolve)));
    const closed = closeGate(gate).then(() => done.push('closed'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(done).toEqual([]);
    finish();
    await work.then(() => done.push('worked'));
    await closed;
    expect(done).toEqual(['worked', 'closed']);
  });

  it('opens again after work that failed', async () => {
    const gate = createGate();
    await expect(throughGate(gate, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await closeGate(gate);
  });

  it('holds a thread that wants in once it is closed, until it is ended', async () => {
    const gate = createGate();
    await closeGate(gate);
    const source = `
      import { parentPort, workerData } from 'node:worker_threads';
      import { throughGate } from ${JSON.stringify(new URL('../src/native-gate.ts', import.meta.url).href)};
      parentPort.postMessage('before');
      await throughGate(workerData, async () => parentPort.postMessage('inside'));
    `;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      workerData: gate,
    });
    const heard: string[] = [];
    await new Promise<void>((resolve) =>
      worker.on('message', (message) => {
        heard.push(message);
        setTimeout(resolve, 200);
      }),
    );
    await worker.terminate();
    expect(heard).toEqual(['before']);
  });
});
