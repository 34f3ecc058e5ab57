import { type Message, type Verdict, verdictWords } from '@jianzhen/evidence';
import { Progress, Tag } from 'antd';
import type { CaseStatus, Exhibit, ExhibitStatus } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { caseStatusWords, exhibitStatusWords, words } from '../words.ts';
import { percent } from './format.ts';

/** Verdicts have a word and a colour; the word carries the meaning. */
export function VerdictChip({ verdict }: { verdict: Verdict | null }) {
  const { say } = useLanguage();
  if (!verdict) return <span className="muted">—</span>;
  return <span className={`chip ${verdict}`}>{say(verdictWords[verdict])}</span>;
}

/** What counts of an exhibit: a person's word before the examination's. */
export const countedVerdict = ({ verdict, review }: Pick<Exhibit, 'verdict' | 'review'>): Verdict | null =>
  review?.decision ?? verdict;

/** That chip, with a word where it is a person's. */
export function CountedVerdict({ exhibit }: { exhibit: Pick<Exhibit, 'verdict' | 'review'> }) {
  const { say } = useLanguage();
  return (
    <span className="counted">
      <VerdictChip verdict={countedVerdict(exhibit)} />
      {exhibit.review ? <span className="muted">{say(words.byPerson)}</span> : null}
    </span>
  );
}

export function Probability({ value }: { value: number | null }) {
  if (value === null) return <span className="muted">—</span>;
  return (
    <span className="probability">
      <Progress
        percent={value * 100}
        showInfo={false}
        size={[84, 6]}
        strokeColor="#55637a"
        aria-hidden="true"
      />
      <b>{percent(value)}</b>
    </span>
  );
}

const TONES: Readonly<Record<CaseStatus | ExhibitStatus, string>> = {
  empty: 'default',
  queued: 'default',
  examining: 'processing',
  running: 'processing',
  done: 'success',
  failed: 'error',
};

export function StatusTag({ status, text }: { status: CaseStatus | ExhibitStatus; text: Message }) {
  const { say } = useLanguage();
  return <Tag color={TONES[status]}>{say(text)}</Tag>;
}

export const CaseStatusTag = ({ status }: { status: CaseStatus }) => (
  <StatusTag status={status} text={caseStatusWords[status]} />
);

export const ExhibitStatusTag = ({ status }: { status: ExhibitStatus }) => (
  <StatusTag status={status} text={exhibitStatusWords[status]} />
);
