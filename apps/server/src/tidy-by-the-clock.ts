import type { FastifyBaseLogger } from 'fastify';

const HOUR_MS = 3_600_000;

/**
 * Deletes what is kept no longer, now and every hour until it is stopped. What fails is tried again then.
 * @param tidy Tells how many of which sort it dealt with
 * @returns what stops it; resolves when a round under way has ended
 */
export function tidyByTheClock(
  tidy: () => Promise<Readonly<Record<string, number>>>,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): () => Promise<void> {
  const round = async () => {
    try {
      const counts = await tidy();
      if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'tidied');
    } catch (thrown) {
      log.warn(thrown);
    }
  };
  let running = round();
  const timer = setInterval(() => {
    running = running.then(round);
  }, HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
