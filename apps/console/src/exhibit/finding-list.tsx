import { type Message, saidBefore, sameAsAbove, severityWords } from '@jianzhen/evidence';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PageFinding } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { percent } from '../shared/format.ts';
import { words } from '../words.ts';
import type { NumberedFinding } from './number-findings.ts';
import type { Selection } from './use-selection.ts';

interface Props {
  readonly findings: readonly NumberedFinding[];
  readonly selection: Selection;
  /** Said where there are none. */
  readonly nothing: Message;
}

export function FindingList({ findings, selection, nothing }: Props) {
  const { say } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (selection.number === null) return;
    list.current?.children[selection.number - 1]?.scrollIntoView({ block: 'nearest' });
  }, [selection.number]);
  const again = saidBefore(findings);
  if (findings.length === 0) return <p className="muted">{say(nothing)}</p>;
  return (
    <ol className="findings" ref={list}>
      {findings.map((finding, i) => (
        <Entry
          key={finding.number}
          finding={finding}
          again={again[i] ?? false}
          active={selection.number === finding.number}
          onClick={() => selection.toggleAndReveal(finding.number)}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly finding: NumberedFinding;
  /** Whether the one before says the same. */
  readonly again: boolean;
  readonly active: boolean;
  readonly onClick: () => void;
}

function Entry({ finding, again, active, onClick }: EntryProps) {
  const { say } = useLanguage();
  return (
    <li className={active ? 'finding active' : 'finding'}>
      <button
        type="button"
        className="head"
        aria-pressed={active}
        title={again ? say(finding.message) : undefined}
        onClick={onClick}
      >
        <span className={`number ${finding.severity}`}>{finding.number}</span>
        <span className={again ? 'muted' : undefined}>{say(again ? sameAsAbove : finding.message)}</span>
      </button>
      <p className="meta">
        <b className={`severity ${finding.severity}`}>{say(severityWords[finding.severity])}</b>
        <span>
          {say(words.certainty)} <b>{percent(finding.probability)}</b>
        </span>
        {finding.region ? null : <span>{say(words.wholePage)}</span>}
        <code>{finding.code}</code>
      </p>
      <SimilarPage finding={finding} />
      <Measured finding={finding} />
    </li>
  );
}

/** The way to the page of another case that the finding speaks of. */
function SimilarPage({ finding: { page, code, values = {} } }: { finding: PageFinding }) {
  const { say } = useLanguage();
  const { exhibitId: own } = useParams();
  const [open, setOpen] = useState(false);
  const { caseId, exhibitId, otherPage, seal, otherSeal } = values;
  if (!caseId || !exhibitId) return null;
  const [here, there] = [`/v1/exhibits/${own}/pages/${page}`, `exhibit=${exhibitId}&page=${otherPage}`];
  const compared = code.startsWith('papers.')
    ? { picture: `${here}/difference?${there}`, title: words.difference, hint: words.differenceHint }
    : seal && otherSeal
      ? {
          picture: `${here}/seals/${seal}/difference?${there}&seal=${otherSeal}`,
          title: words.sealDifference,
          hint: words.sealDifferenceHint,
        }
      : null;
  return (
    <div className="similar">
      <Link to={`/cases/${caseId}/exhibits/${exhibitId}?page=${otherPage}`}>{say(words.similarPage)}</Link>
      {compared ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say(compared.title)}</summary>
          {open ? (
            <a href={compared.picture} target="_blank" rel="noreferrer">
              <img src={compared.picture} alt={say(compared.hint)} />
            </a>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

function Measured({ finding }: { finding: PageFinding }) {
  const { say } = useLanguage();
  const values = Object.entries(finding.values ?? {});
  if (values.length === 0 && !finding.signal) return null;
  return (
    <details>
      <summary>{say(words.measured)}</summary>
      <dl>
        {finding.signal ? (
          <div>
            <dt>{say(words.signal)}</dt>
            <dd>
              <code>{finding.signal}</code>
            </dd>
          </div>
        ) : null}
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{typeof value === 'number' ? Number(value.toPrecision(4)) : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
