import type { GangSummary } from '../api/types.ts';

/** From the first to the last of a gang's cases, by the day. */
export function Period({
  gang: { firstSeen, lastSeen },
}: {
  gang: Pick<GangSummary, 'firstSeen' | 'lastSeen'>;
}) {
  if (!firstSeen || !lastSeen) return <span className="muted">—</span>;
  return (
    <span className="period">
      <time dateTime={firstSeen}>{firstSeen.slice(0, 10)}</time> –{' '}
      <time dateTime={lastSeen}>{lastSeen.slice(0, 10)}</time>
    </span>
  );
}
