import { Button, Empty, Flex } from 'antd';
import { listAlerts } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useLoad } from '../api/use-load.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { Choice, SearchBox } from '../shared/filters.tsx';
import { useKeys } from '../shared/keys.ts';
import { LiveBadge } from '../shared/live-badge.tsx';
import { Pager } from '../shared/pager.tsx';
import { useTitle } from '../shared/use-title.ts';
import { alertKindWords, alertStatusWords, levelWords, words } from '../words.ts';
import { AlertTable } from './alert-table.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { type AlertView, useAlertQuery } from './use-alert-query.ts';

const PAGE_SIZE = 50;

export function AlertListPage() {
  const { say } = useLanguage();
  const view = useAlertQuery();
  const { cursor, ...filters } = view.query;
  const alerts = useLoad(JSON.stringify(view.query), (signal) =>
    listAlerts({ ...view.query, limit: PAGE_SIZE }, signal),
  );
  const live = useLive(alerts.reload, { concerns: ({ alertId }) => alertId !== null });
  useTitle(say(words.alerts));
  useKeys({ '/': () => document.querySelector<HTMLElement>('#search')?.focus() });
  return (
    <div className="sheet">
      <Flex align="center" gap={14}>
        <h1>{say(words.alerts)}</h1>
        <LiveBadge live={live} />
      </Flex>
      <Filters view={view} />
      {alerts.error ? (
        <FailureNote code={alerts.error.code} message={alerts.error.text} retry={alerts.reload} />
      ) : null}
      <AlertTable
        alerts={alerts.data?.alerts ?? []}
        loading={alerts.data === null && alerts.error === null}
        empty={<NoAlerts filtered={Object.keys(filters).length > 0} clear={view.clear} />}
      />
      <Pager view={view} next={alerts.data?.next ?? null} keys={words.alertKeys} />
      <DeadLetters />
    </div>
  );
}

function Filters({ view: { query, filter } }: { view: AlertView }) {
  return (
    <Flex gap={10} wrap className="filters" role="search">
      <SearchBox label={words.searchAlerts} text={query.text ?? ''} search={(text) => filter({ text })} />
      <Choice
        label={words.kind}
        all={words.anyKind}
        catalogue={alertKindWords}
        value={query.kind}
        choose={(kind) => filter({ kind })}
      />
      <Choice
        label={words.level}
        all={words.anyLevel}
        catalogue={levelWords}
        value={query.level}
        choose={(level) => filter({ level })}
      />
      <Choice
        label={words.status}
        all={words.anyStatus}
        catalogue={alertStatusWords}
        value={query.status}
        choose={(status) => filter({ status })}
      />
    </Flex>
  );
}

function NoAlerts({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const { say } = useLanguage();
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        filtered ? (
          say(words.noAlertMatch)
        ) : (
          <>
            <strong>{say(words.noAlerts)}</strong>
            <br />
            <span className="muted">{say(words.noAlertsHint)}</span>
          </>
        )
      }
    >
      {filtered ? <Button onClick={clear}>{say(words.clearFilters)}</Button> : null}
    </Empty>
  );
}
