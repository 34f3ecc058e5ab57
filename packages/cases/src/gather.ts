import { CodedError } from '@jianzhen/evidence';
import { errors } from './errors.ts';

export interface GatherLimits {
  /** Items worked on together. */
  readonly atOnce: number;
  /** Items that may wait; more are refused with `scan.busy`. */
  readonly waiting: number;
}

/**
 * Group commit: while `work` is at one batch, what comes in gathers for the next, so that many small writes cost few
 * transactions. `work` answers item by item, in order. Where a batch fails for a reason of its own, each of its items is
 * tried alone, so that one spoils no other.
 */
export function gather<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  { atOnce, waiting }: GatherLimits,
): (item: Item) => Promise<Result> {
  const queue: { item: Item; resolve: (result: Result) => void; reject: (reason: unknown) => void }[] = [];
  let running = false;

  const settle = async (batch: typeof queue): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [i, { resolve }] of batch.entries()) resolve(results[i]!);
    } catch (thrown) {
      const hopeless = batch.length === 1 || (thrown instanceof CodedError && thrown.status === 503);
      if (hopeless) for (const { reject } of batch) reject(thrown);
      else for (const one of batch) await settle([one]);
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    // What is handed in within one turn belongs together.
    await null;
    while (queue.length > 0) await settle(queue.splice(0, atOnce));
    running = false;
  };

  return (item) => {
    if (queue.length >= waiting) return Promise.reject(errors('scan.busy'));
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    queue.push({ item, resolve, reject });
    if (!running) void run();
    return promise;
  };
}
