import { Worker } from 'node:worker_threads';
import { errors } from '../../errors.ts';
import type { Request, Results, Start, Word } from './messages.ts';
import { postgresModule } from './module.ts';

export interface DatabaseThread {
  ask(request: Request): Promise<Results>;
  /** The id of the request, by which `begin` names its transaction, comes with the answer. */
  begin(): Promise<number>;
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (results: Results) => void;
  readonly reject: (error: Error) => void;
}

/**
 * PostgreSQL computes in a thread of its own, so that it and the pages do not wait for each other. The thread keeps the
 * process alive only while somebody waits for it.
 * @param folder Of the database's files
 * @throws from every request: `store.unavailable` once the thread has ended
 */
export async function startThread(folder: string): Promise<DatabaseThread> {
  const start: Start = { folder, module: await postgresModule() };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: start });
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let last = 0;
  let ended: Error | null = null;

  const settled = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  worker.on('message', (word: Word) => {
    if ('channel' in word) {
      for (const listener of listeners.get(word.channel) ?? []) listener(word.payload);
    } else if ('results' in word) {
      settled(word.id)?.resolve(word.results);
    } else {
      settled(word.id)?.reject(Object.assign(new Error(word.message), word.fields));
    }
  });
  const end = (detail: string) => {
    ended ??= errors('store.unavailable', { detail });
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', (error) => end(error.message));
  worker.on('exit', (status) => end(`the database's thread ended with ${status}`));
  worker.unref();

  const send = (id: number, request: Request): Promise<Results> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, request });
    });
  const ask = (request: Request) => send(++last, request);

  return {
    ask,
    async begin() {
      const id = ++last;
      await send(id, { op: 'begin' });
      return id;
    },
    async listen(channel, onNotification) {
      const listening = listeners.get(channel);
      if (listening) listening.add(onNotification);
      else {
        listeners.set(channel, new Set([onNotification]));
        await ask({ op: 'listen', channel });
      }
      return async () => {
        listeners.get(channel)!.delete(onNotification);
      };
    },
    async close() {
      try {
        if (!ended) await ask({ op: 'close' });
      } finally {
        await worker.terminate();
      }
    },
  };
}
