import { ArrowLeftOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Empty, Skeleton } from 'antd';
import { type DragEvent, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { getCase, getExhibit, getFindings } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import type { Exhibit } from '../api/types.ts';
import { useLoad } from '../api/use-load.ts';
import { NewCaseDialog } from '../cases/new-case-dialog.tsx';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { caseName } from '../shared/format.ts';
import { useTitle } from '../shared/use-title.ts';
import { CaseStatusTag, countedVerdict, Probability, VerdictChip } from '../shared/verdict.tsx';
import { words } from '../words.ts';
import { ComplaintPanel } from './complaint-panel.tsx';
import { ExhibitList } from './exhibit-list.tsx';
import { ExhibitView } from './exhibit-view.tsx';

async function loadExhibit(id: string | undefined, signal: AbortSignal) {
  if (id === undefined) return null;
  const [exhibit, { findings }] = await Promise.all([getExhibit(id, signal), getFindings(id, signal)]);
  return { exhibit, findings };
}

/** The exhibit that a reviewer wants to see first. */
function worstOf(exhibits: readonly Exhibit[]): Exhibit {
  const rank = { forged: 3, suspicious: 2, unreadable: 1, genuine: 0 };
  const score = (exhibit: Exhibit) => {
    const verdict = countedVerdict(exhibit);
    return (verdict ? rank[verdict] : 0) + (exhibit.probability ?? 0) / 2;
  };
  return exhibits.reduce((worst, next) => (score(next) > score(worst) ? next : worst));
}

/** A case: its files on the left, one of them with picture, findings and facts. */
export function CasePage() {
  const { say } = useLanguage();
  const { caseId = '', exhibitId: current } = useParams();
  const [adding, setAdding] = useState<readonly File[] | null>(null);
  const record = useLoad(caseId, (signal) => getCase(caseId, signal));
  const shown = useLoad(current ?? '', (signal) => loadExhibit(current, signal));
  const reload = () => {
    record.reload();
    shown.reload();
  };
  useLive(reload, { caseId });
  useTitle(record.data ? caseName(record.data) : say(words.case));

  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) setAdding([...event.dataTransfer.files]);
  };
  const error = record.error ?? shown.error;
  if (record.data && !current && record.data.exhibits.length > 0) {
    return <Navigate replace to={`/cases/${caseId}/exhibits/${worstOf(record.data.exhibits).id}`} />;
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target only; the button in it does the same by keyboard.
    <div className="case-page" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <header className="case-head">
        <Link to="/" aria-label={say(words.backToCases)} className="back">
          <ArrowLeftOutlined />
        </Link>
        {record.data ? (
          <>
            <h1>{caseName(record.data)}</h1>
            {record.data.reference && record.data.title ? (
              <span className="muted">{record.data.title}</span>
            ) : null}
            {record.data.verdict ? <VerdictChip verdict={record.data.verdict} /> : null}
            {record.data.probability === null ? null : <Probability value={record.data.probability} />}
            <CaseStatusTag status={record.data.status} />
          </>
        ) : null}
        <span className="spring" />
        {record.data ? (
          <Button icon={<PlusOutlined />} onClick={() => setAdding([])}>
            {say(words.addExhibits)}
          </Button>
        ) : null}
      </header>
      {record.data?.complaint ? <ComplaintPanel complaint={record.data.complaint} /> : null}
      {error ? (
        <div className="below">
          <FailureNote code={error.code} message={error.text} retry={reload} />
        </div>
      ) : null}
      <div className={record.data && record.data.exhibits.length > 1 ? 'desk with-list' : 'desk'}>
        {record.data && record.data.exhibits.length > 1 ? (
          <ExhibitList exhibits={record.data.exhibits} current={current} />
        ) : null}
        {shown.data ? (
          <ExhibitView
            key={current}
            exhibit={shown.data.exhibit}
            findings={shown.data.findings}
            reload={reload}
          />
        ) : record.data?.exhibits.length === 0 ? (
          <Empty className="no-exhibits" description={say(words.noExhibits)}>
            <Button type="primary" onClick={() => setAdding([])}>
              {say(words.addExhibits)}
            </Button>
          </Empty>
        ) : error ? null : (
          <Skeleton className="below" active />
        )}
      </div>
      {adding ? <NewCaseDialog caseId={caseId} files={adding} close={() => setAdding(null)} /> : null}
    </div>
  );
}
