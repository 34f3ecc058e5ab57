import { format, traceKindWords } from '@jianzhen/evidence';
import { Button, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { getGang, listLeads } from '../api/client.ts';
import type { Gang } from '../api/types.ts';
import { useLoad } from '../api/use-load.ts';
import { Reasons } from '../exhibit/signature-panel.tsx';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { moment } from '../shared/format.ts';
import { useTitle } from '../shared/use-title.ts';
import { Probability } from '../shared/verdict.tsx';
import { RoleChip } from './gang-list-page.tsx';
import { LeadDialog } from './lead-dialog.tsx';
import { LeadListPanel } from './lead-list.tsx';
import { Period } from './period.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { SupplyChain } from './supply-chain.tsx';
import { decisionWords, gangWords } from './words.ts';

/** Longest lists that are shown; all is in the service's answer. */
const SHOWN = { traces: 40, cases: 200 } as const;
/** Ids of the service's own cases: others are of other systems, and have no page here. */
const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

export function GangPage() {
  const { name = '' } = useParams();
  const { say } = useLanguage();
  const gang = useLoad(`gang ${name}`, (signal) => getGang(name, signal));
  const leads = useLoad(`leads ${name}`, listLeads);
  const [making, setMaking] = useState(false);
  const [deciding, setDeciding] = useState<'confirmed' | 'dismissed' | null>(null);
  useTitle(`${say(gangWords.gang)} ${name}`);
  if (gang.error)
    return (
      <div className="sheet">
        <FailureNote code={gang.error.code} message={gang.error.text} retry={gang.reload} />
      </div>
    );
  const own = leads.data?.leads.filter((lead) => lead.gang === name) ?? [];
  if (!gang.data) return <Skeleton className="sheet" active />;
  return (
    <div className="sheet gang">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Flex align="center" gap={14} wrap>
          <Link to="/gangs">{say(gangWords.gangs)}</Link>
          <h1>{name}</h1>
          <RoleChip role={gang.data.role} />
          <span className="labelled">
            <span className="muted">{say(gangWords.score)}</span>
            <Probability value={gang.data.score} />
          </span>
          <Period gang={gang.data} />
        </Flex>
        <Flex gap={8}>
          <Button onClick={() => setMaking(true)}>{say(gangWords.exportLead)}</Button>
          <Button onClick={() => setDeciding('dismissed')}>{say(gangWords.dismiss)}</Button>
          <Button type="primary" onClick={() => setDeciding('confirmed')}>
            {say(gangWords.confirm)}
          </Button>
        </Flex>
      </Flex>
      <p className="limits">{say(gangWords.caution)}</p>
      {own.length > 0 ? <LeadListPanel leads={own} reload={leads.reload} /> : null}
      <Details gang={gang.data} />
      {making ? (
        <LeadDialog
          name={name}
          close={() => setMaking(false)}
          done={() => {
            setMaking(false);
            leads.reload();
          }}
        />
      ) : null}
      {deciding ? (
        <ReviewDialog
          name={name}
          decision={deciding}
          close={() => setDeciding(null)}
          done={() => {
            setDeciding(null);
            gang.reload();
          }}
        />
      ) : null}
    </div>
  );
}

function Details({ gang }: { gang: Gang }) {
  const { say } = useLanguage();
  const { cases, traces, reasons } = gang;
  return (
    <>
      <Reviews gang={gang} />
      <h2>{say(gangWords.why)}</h2>
      <Reasons messages={reasons.map(({ message }) => message)} />
      {gang.kin.length > 0 ? (
        <>
          <h2>{say(gangWords.chain)}</h2>
          <SupplyChain gang={gang} />
        </>
      ) : null}
      <h2>
        {say(gangWords.traces)} <span className="muted">{traces.length}</span>
      </h2>
      <table className="rows">
        <thead>
          <tr>
            <th>{say(gangWords.kind)}</th>
            <th>{say(gangWords.value)}</th>
            <th>{say(gangWords.cases)}</th>
          </tr>
        </thead>
        <tbody>
          {traces.slice(0, SHOWN.traces).map((trace) => (
            <tr key={`${trace.kind} ${trace.value}`}>
              <td>{say(traceKindWords[trace.kind])}</td>
              <td>
                <TraceValue trace={trace} sights={gang.sights} />
              </td>
              <td>{trace.cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Cut shown={SHOWN.traces} count={traces.length} />
      <h2>
        {say(gangWords.cases)} <span className="muted">{cases.length}</span>
      </h2>
      <ul className="case-ids">
        {cases.slice(0, SHOWN.cases).map((id) => (
          <li key={id}>{OWN.test(id) ? <Link to={`/cases/${id}`}>{id}</Link> : <bdi>{id}</bdi>}</li>
        ))}
      </ul>
      <Cut shown={SHOWN.cases} count={cases.length} />
    </>
  );
}

/** What a seal says rather than what it is called, and the way to where it was first seen. */
function TraceValue({
  trace: { kind, value },
  sights,
}: {
  trace: Gang['traces'][number];
  sights: Gang['sights'];
}) {
  const { say } = useLanguage();
  const first = sights.find((sight) => sight.kind === kind && sight.value === value);
  if (!first) return <bdi>{value}</bdi>;
  const { says, caseId, exhibitId, page } = first;
  return (
    <>
      {says ? <bdi>{says}</bdi> : null} <bdi className={says ? 'muted' : ''}>{value}</bdi>{' '}
      <Link to={`/cases/${caseId}/exhibits/${exhibitId}?page=${page}`}>{say(gangWords.firstSeen)}</Link>
    </>
  );
}

/** That a list goes on. */
function Cut({ shown, count }: { shown: number; count: number }) {
  const { say } = useLanguage();
  return count > shown ? <p className="muted">{say(format(gangWords.more, { shown, count }))}</p> : null;
}

function Reviews({ gang: { reviews } }: { gang: Gang }) {
  const { language, say } = useLanguage();
  if (reviews.length === 0) return <p className="muted">{say(gangWords.unreviewed)}</p>;
  return (
    <ul className="reviews">
      {reviews.map(({ decision, by, note, at }) => (
        <li key={at}>
          <b>{say(decisionWords[decision])}</b> <bdi>{by}</bdi>{' '}
          <time className="muted" dateTime={at}>
            {moment(at, language)}
          </time>{' '}
          {note ? <bdi>{note}</bdi> : null}
        </li>
      ))}
    </ul>
  );
}
