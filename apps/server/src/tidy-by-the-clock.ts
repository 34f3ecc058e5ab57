import type { Voices } from '@jianzhen/cases';
import type { FastifyBaseLogger } from 'fastify';

const HOUR_MS = 3_600_000;

/**
 * Deletes voiceprints whose time is over, and brings the others under the key that writes: now, and every hour until it is stopped. What fails is
 * tried again then.
 * @returns what stops it; resolves when a round under way has ended
 */
export function tidyByTheClock(
  voices: Pick<Voices, 'tidy'>,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): () => Promise<void> {
  const round = async () => {
    try {
      const { expired, renewed } = await voices.tidy();
      if (expired + renewed > 0) log.info({ expired, renewed }, 'voiceprints tidied');
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
