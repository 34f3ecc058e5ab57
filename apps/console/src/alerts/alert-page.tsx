import { ArrowLeftOutlined } from '@ant-design/icons';
import { type CodeKind, codeKindWords } from '@jianzhen/evidence';
import { Skeleton } from 'antd';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Link, useParams } from 'react-router';
import { getAlert } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import type { AlertDetail } from '../api/types.ts';
import { useLoad } from '../api/use-load.ts';
import { Rows } from '../exhibit/facts.tsx';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { moment } from '../shared/format.ts';
import { useTitle } from '../shared/use-title.ts';
import { Probability } from '../shared/verdict.tsx';
import { alertKindWords, words } from '../words.ts';
import { AlertStatusTag, LevelChip } from './chips.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { ReviewPanel } from './review-panel.tsx';

/** While a message waits to go out, it is looked after this often. */
const PENDING_MS = 2000;

/** An alert: why, what to do, what persons held of it, and whom it was delivered to. */
export function AlertPage() {
  const { say } = useLanguage();
  const { alertId = '' } = useParams();
  const alert = useLoad(alertId, (signal) => getAlert(alertId, signal));
  useLive(alert.reload, { concerns: (event) => event.alertId !== null });
  useTitle(alert.data?.subject ?? say(words.alert));
  const pending = alert.data?.deliveries.some(({ status }) => status === 'pending') ?? false;
  const look = useEffectEvent(() => alert.reload());
  useEffect(() => {
    if (!pending) return;
    const timer = setInterval(() => look(), PENDING_MS);
    return () => clearInterval(timer);
  }, [pending]);
  return (
    <div className="sheet">
      <header className="alert-head">
        <Link to="/alerts" aria-label={say(words.backToAlerts)} className="back">
          <ArrowLeftOutlined />
        </Link>
        {alert.data ? (
          <>
            <h1>
              <bdi>{alert.data.subject}</bdi>
            </h1>
            <LevelChip level={alert.data.level} />
            <Probability value={alert.data.probability} />
            <AlertStatusTag status={alert.data.status} />
          </>
        ) : null}
      </header>
      {alert.error ? (
        <FailureNote code={alert.error.code} message={alert.error.text} retry={alert.reload} />
      ) : null}
      {alert.data ? <Detail alert={alert.data} reload={alert.reload} /> : null}
      {!alert.data && !alert.error ? <Skeleton active /> : null}
    </div>
  );
}

function Detail({ alert, reload }: { alert: AlertDetail; reload: () => void }) {
  const { say } = useLanguage();
  return (
    <div className="alert-detail">
      <div>
        <section>
          <h2>{say(words.why)}</h2>
          <ul>
            {alert.reasons.map(({ code, message }) => (
              <li key={code}>{say(message)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{say(words.advice)}</h2>
          <ul>
            {alert.advice.map((message) => (
              <li key={message.en}>{say(message)}</li>
            ))}
          </ul>
        </section>
        {alert.campaign ? (
          <section>
            <h2>{say(words.growth)}</h2>
            <GrowthChart growth={alert.growth} />
          </section>
        ) : null}
        <ReviewPanel alert={alert} reload={reload} />
      </div>
      <div>
        <AlertFacts alert={alert} />
        <section>
          <h2>{say(words.deliveries)}</h2>
          {alert.deliveries.length === 0 ? (
            <p className="muted">{say(words.noDeliveries)}</p>
          ) : (
            <DeliveryTable deliveries={alert.deliveries} reload={reload} />
          )}
        </section>
      </div>
    </div>
  );
}

function AlertFacts({ alert }: { alert: AlertDetail }) {
  const { language, say } = useLanguage();
  const { kind, campaign, caseId, customerId, lenderId, domain, payload } = alert;
  const rows: (readonly [string, ReactNode])[] = [[say(words.kind), say(alertKindWords[kind])]];
  if (campaign) {
    const { customers, lenders } = campaign;
    rows.push([say(words.customer), say(words.spread, { customers, lenders })]);
  }
  if (customerId) rows.push([say(words.customer), <bdi key="customer">{customerId}</bdi>]);
  if (lenderId) rows.push([say(words.lender), <bdi key="lender">{lenderId}</bdi>]);
  if (caseId) {
    rows.push([
      say(words.case),
      <Link key="case" to={`/cases/${caseId}`}>
        {say(words.openCase)}
      </Link>,
    ]);
  }
  if (domain) rows.push([say(words.domain), <code key="domain">{domain}</code>]);
  rows.push(
    [
      say(words.payload),
      Object.hasOwn(codeKindWords, payload) ? say(codeKindWords[payload as CodeKind]) : payload,
    ],
    [say(words.scanned), alert.seen],
    [say(words.firstSeen), moment(alert.firstSeenAt, language)],
    [say(words.lastSeen), moment(alert.lastSeenAt, language)],
  );
  return (
    <section>
      <h2>{say(words.alert)}</h2>
      <Rows rows={rows} />
    </section>
  );
}
