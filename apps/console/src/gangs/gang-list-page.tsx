import { format, roleWords } from '@jianzhen/evidence';
import { Button, Flex, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { listGangs, mineGangs } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { GangSummary } from '../api/types.ts';
import { useLoad } from '../api/use-load.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { useTitle } from '../shared/use-title.ts';
import { Probability } from '../shared/verdict.tsx';
import { LastRun } from './last-run.tsx';
import { Period } from './period.tsx';
import { decisionWords, gangWords } from './words.ts';

const PAGE_SIZE = 200;

/** The gangs of the last run, most dangerous first. */
export function GangListPage() {
  const { say } = useLanguage();
  const gangs = useLoad('gangs', (signal) => listGangs({ limit: PAGE_SIZE, offset: 0 }, signal));
  const [mining, setMining] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  useTitle(say(gangWords.gangs));

  const mine = async () => {
    setMining(true);
    setFailure(null);
    try {
      await mineGangs();
    } catch (thrown) {
      setFailure(toApiError(thrown));
    }
    setMining(false);
    gangs.reload();
  };
  const error = gangs.error ?? failure;
  const count = gangs.data?.run?.gangs ?? 0;

  return (
    <div className="sheet">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <h1>{say(gangWords.gangs)}</h1>
        <Button type="primary" loading={mining} onClick={mine}>
          {say(mining ? gangWords.mining : gangWords.mine)}
        </Button>
      </Flex>
      {gangs.data ? <LastRun run={gangs.data.run} /> : null}
      {error ? <FailureNote code={error.code} message={error.text} retry={gangs.reload} /> : null}
      <GangTable gangs={gangs.data?.gangs ?? []} loading={gangs.data === null && error === null} />
      {count > PAGE_SIZE ? (
        <p className="muted">{say(format(gangWords.more, { shown: PAGE_SIZE, count }))}</p>
      ) : null}
      <p className="limits">{say(gangWords.caution)}</p>
    </div>
  );
}

function GangTable({ gangs, loading }: { gangs: readonly GangSummary[]; loading: boolean }) {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const columns: TableColumnsType<GangSummary> = [
    {
      title: say(gangWords.gang),
      render: (_, { gang }) => (
        <Link to={`/gangs/${gang}`} className="case-name">
          {gang}
        </Link>
      ),
    },
    { title: say(gangWords.role), render: (_, { role }) => <RoleChip role={role} /> },
    { title: say(gangWords.score), width: 190, render: (_, { score }) => <Probability value={score} /> },
    { title: say(gangWords.cases), align: 'right', dataIndex: 'cases' },
    { title: say(gangWords.customers), align: 'right', dataIndex: 'customers' },
    { title: say(gangWords.lenders), align: 'right', dataIndex: 'lenders' },
    { title: say(gangWords.period), render: (_, gang) => <Period gang={gang} /> },
    { title: say(gangWords.upstream), render: (_, gang) => <Chain gang={gang} /> },
    {
      title: say(gangWords.reviewed),
      render: (_, { review }) =>
        review ? (
          say(decisionWords[review.decision])
        ) : (
          <span className="muted">{say(gangWords.unreviewed)}</span>
        ),
    },
  ];
  return (
    <Table<GangSummary>
      className="cases below"
      size="middle"
      rowKey="gang"
      columns={columns}
      dataSource={gangs as GangSummary[]}
      loading={loading}
      pagination={false}
      scroll={{ x: 1080 }}
      locale={{ emptyText: loading ? ' ' : say(gangWords.none) }}
      onRow={({ gang }) => ({
        onClick: (event) => {
          if (!(event.target as Element).closest('a')) navigate(`/gangs/${gang}`);
        },
      })}
    />
  );
}

export function RoleChip({ role }: { role: GangSummary['role'] }) {
  const { say } = useLanguage();
  return <span className={`chip role-${role}`}>{say(roleWords[role])}</span>;
}

function Chain({ gang: { upstream, downstream } }: { gang: GangSummary }) {
  const { say } = useLanguage();
  if (upstream) return <Link to={`/gangs/${upstream}`}>{upstream}</Link>;
  if (downstream.length > 0) return say(format(gangWords.supplies, { count: downstream.length }));
  return <span className="muted">—</span>;
}
