import type { AlertDetail } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { words } from '../words.ts';

const HOUR_MS = 3_600_000;
const [WIDTH, HEIGHT] = [640, 90];
/** Hours shown at most, the last ones. */
const MOST_HOURS = 72;

/** New customers by the hour, hours without any included. */
export function GrowthChart({ growth }: Pick<AlertDetail, 'growth'>) {
  const { language, say } = useLanguage();
  const [first, last] = [growth[0], growth.at(-1)];
  if (!first || !last) return null;
  const hour = (at: string) => Date.parse(at) / HOUR_MS;
  const hours = Math.min(MOST_HOURS, hour(last.at) - hour(first.at) + 1);
  const start = hour(last.at) - hours + 1;
  const shown = growth.filter(({ at }) => hour(at) >= start);
  const most = Math.max(...shown.map(({ customers }) => customers));
  const step = WIDTH / Math.max(hours, 12);
  return (
    <figure className="growth">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(words.growth)}>
        {shown.map(({ at, customers }) => {
          const height = (customers / most) * (HEIGHT - 4);
          return (
            <rect
              key={at}
              x={(hour(at) - start) * step + 1}
              y={HEIGHT - height}
              width={Math.max(step - 2, 1)}
              height={height}
            >
              <title>{say(words.growthBar, { at: moment(at, language), customers })}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="muted">
        <span>{moment(new Date(start * HOUR_MS).toISOString(), language)}</span>
        <span>{say(words.growthBar, { at: moment(last.at, language), customers: last.customers })}</span>
      </figcaption>
    </figure>
  );
}
