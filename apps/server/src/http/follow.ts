import type { CaseEvent, CaseStore, EventBus } from '@jianzhen/cases';

const BATCH = 200;

/**
 * Events after an id, batch by batch, without end. Reads the next batch only when the last one was taken, so a slow
 * reader holds up nobody. Yields an empty batch after `idleMs` of silence; ends when the signal aborts.
 */
export async function* follow(
  store: Pick<CaseStore, 'eventsAfter'>,
  bus: EventBus,
  after: number,
  signal: AbortSignal,
  idleMs: number,
): AsyncGenerator<CaseEvent[]> {
  let last = after;
  let woken = true;
  let wake = () => {};
  const unsubscribe = bus.subscribe(() => {
    woken = true;
    wake();
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (!signal.aborted) {
      // Unset before reading: what is added meanwhile sets it again.
      woken = false;
      const batch = await store.eventsAfter(last, BATCH);
      if (batch.length) {
        last = batch.at(-1)!.id;
        yield batch;
        continue;
      }
      if (woken || signal.aborted) continue;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const timer = setTimeout(resolve, idleMs);
      await promise;
      clearTimeout(timer);
      if (!woken && !signal.aborted) yield [];
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}
