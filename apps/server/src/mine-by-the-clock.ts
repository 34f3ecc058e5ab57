import type { Mining } from '@jianzhen/cases';
import { CodedError } from '@jianzhen/evidence';
import type { FastifyBaseLogger } from 'fastify';

/**
 * Mines every so many minutes until it is stopped; a run that another process is at, or that fails, is no reason to stop.
 * @returns what stops it; resolves when a run under way has ended
 */
export function mineByTheClock(
  mining: Mining,
  minutes: number,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const once = async () => {
    try {
      const run = await mining.run();
      log.info({ run }, 'gangs mined');
    } catch (thrown) {
      if (!(thrown instanceof CodedError && thrown.code === 'mining.running')) log.warn(thrown);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = once();
  }, minutes * 60_000);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
