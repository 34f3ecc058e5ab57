import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { Lead, LeadEvent } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { HandOverDialog, OutcomeDialog, ViewDialog } from './lead-acts.tsx';
import { eventWords, gangWords, outcomeWords } from './words.ts';

interface Props {
  readonly leads: readonly Lead[];
  readonly reload: () => void;
}

/** Packages made of a gang, each with every act on it in time: the custody log. */
export function LeadListPanel({ leads, reload }: Props) {
  const { say } = useLanguage();
  const [acting, setActing] = useState<{
    readonly lead: Lead;
    readonly act: 'view' | 'handover' | 'outcome';
  } | null>(null);
  const done = () => {
    setActing(null);
    reload();
  };
  return (
    <>
      <h2>
        {say(gangWords.leads)} <span className="muted">{leads.length}</span>
      </h2>
      {leads.map((lead) => (
        <article className="lead" key={lead.package}>
          <Flex align="center" gap={8} wrap>
            <b>{lead.package}</b>
            {lead.events.some(({ kind }) => kind === 'handed-over') ? null : (
              <span className="muted">{say(gangWords.notHandedOver)}</span>
            )}
            <span className="spring" />
            <Button size="small" onClick={() => setActing({ lead, act: 'view' })}>
              {say(gangWords.again)}
            </Button>
            <Button size="small" onClick={() => setActing({ lead, act: 'handover' })}>
              {say(gangWords.handOver)}
            </Button>
            <Button size="small" onClick={() => setActing({ lead, act: 'outcome' })}>
              {say(gangWords.enterOutcome)}
            </Button>
          </Flex>
          <ol className="custody" aria-label={say(gangWords.custody)}>
            {lead.events.map((event, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end.
              <li key={i}>
                <Act event={event} />
              </li>
            ))}
          </ol>
        </article>
      ))}
      {acting?.act === 'view' ? (
        <ViewDialog name={acting.lead.package} close={() => setActing(null)} done={done} />
      ) : null}
      {acting?.act === 'handover' ? (
        <HandOverDialog name={acting.lead.package} close={() => setActing(null)} done={done} />
      ) : null}
      {acting?.act === 'outcome' ? (
        <OutcomeDialog name={acting.lead.package} close={() => setActing(null)} done={done} />
      ) : null}
    </>
  );
}

function Act({ event: { kind, at, who, recipient, authority, outcome } }: { event: LeadEvent }) {
  const { language, say } = useLanguage();
  const told = [
    recipient,
    authority,
    outcome && say(outcomeWords[outcome.status]),
    outcome?.caseNumber,
    ...(outcome?.reasons ?? []),
  ].filter(Boolean);
  return (
    <>
      <time className="muted" dateTime={at}>
        {moment(at, language)}
      </time>{' '}
      <b>{say(eventWords[kind])}</b> <bdi>{who}</bdi> {told.length > 0 ? <bdi>{told.join(' · ')}</bdi> : null}
    </>
  );
}
