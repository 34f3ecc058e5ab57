import { useEffect, useEffectEvent, useState } from 'react';
import type { CaseEvent } from './types.ts';

const TYPES: readonly CaseEvent['type'][] = [
  'case.created',
  'case.updated',
  'exhibit.queued',
  'exhibit.started',
  'exhibit.done',
  'exhibit.failed',
  'exhibit.reviewed',
  'alert.raised',
  'alert.grew',
  'alert.reviewed',
  'delivery.dead',
  'delivery.retried',
];

/** Events come in bursts; what is shown is asked for again at most this often. */
const QUIET_MS = 400;

export interface LiveOptions {
  /** Only this case's events. */
  readonly caseId?: string;
  /** Which events matter; all unless told. */
  readonly concerns?: (event: CaseEvent) => boolean;
}

/**
 * Calls `refresh` after events, and once after a lost connection came back (something may have been missed). Tells
 * whether the stream is open.
 */
export function useLive(refresh: () => void, { caseId, concerns = () => true }: LiveOptions): boolean {
  const [open, setOpen] = useState(true);
  const onRefresh = useEffectEvent(refresh);
  const isConcerned = useEffectEvent(concerns);

  useEffect(() => {
    const source = new EventSource(caseId ? `/v1/events?caseId=${encodeURIComponent(caseId)}` : '/v1/events');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onRefresh();
      }, QUIET_MS);
    };
    const listen = (message: MessageEvent<string>) => {
      if (isConcerned(JSON.parse(message.data) as CaseEvent)) soon();
    };
    for (const type of TYPES) source.addEventListener(type, listen);
    source.addEventListener('open', () => {
      setOpen(true);
      if (lost) soon();
      lost = false;
    });
    source.addEventListener('error', () => {
      setOpen(false);
      lost = true;
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [caseId]);

  return open;
}
