import type { AlertStore } from '../ports/index.ts';

const DAY_MS = 86_400_000;
/** Rows deleted at once: their locks last some milliseconds. */
const AT_ONCE = 10_000;

export interface ForgettingOptions {
  /** Days that a scan is kept; 0 keeps all. */
  readonly days: number;
  readonly now?: () => Date;
}

/**
 * Deletes scans whose time is over, and tells how many. What belongs to a case stays with it: gangs are mined from it. Alerts
 * stay too, with the number of scans that made them.
 */
export async function forgetScans(
  store: AlertStore,
  { days, now = () => new Date() }: ForgettingOptions,
): Promise<number> {
  if (days === 0) return 0;
  const before = new Date(now().getTime() - days * DAY_MS).toISOString();
  let forgotten = 0;
  for (;;) {
    const some = await store.forgetScans(before, AT_ONCE);
    forgotten += some;
    if (some < AT_ONCE) return forgotten;
  }
}
