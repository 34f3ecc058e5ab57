import { Badge } from 'antd';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

/** Whether what is shown is kept up to date. */
export function LiveBadge({ live }: { live: boolean }) {
  const { say } = useLanguage();
  return (
    <Badge
      status={live ? 'success' : 'warning'}
      text={<span className="muted">{say(live ? words.live : words.reconnecting)}</span>}
    />
  );
}
