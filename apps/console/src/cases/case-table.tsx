import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CaseSummary } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { caseName, moment } from '../shared/format.ts';
import { rowKeys } from '../shared/row-keys.ts';
import { CaseStatusTag, Probability, VerdictChip } from '../shared/verdict.tsx';
import { words } from '../words.ts';

interface Props {
  readonly cases: readonly CaseSummary[];
  readonly loading: boolean;
  readonly empty: ReactNode;
}

/** One row a case. Arrow keys go from row to row, Enter or a click opens. */
export function CaseTable({ cases, loading, empty }: Props) {
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const none = <span className="muted">—</span>;
  const columns: TableColumnsType<CaseSummary> = [
    {
      title: say(words.reference),
      render: (_, record) => (
        <>
          <Link to={`/cases/${record.id}`} className="case-name" tabIndex={-1}>
            {caseName(record)}
          </Link>
          {record.reference && record.title ? <div className="muted">{record.title}</div> : null}
        </>
      ),
    },
    {
      title: say(words.customer),
      width: 140,
      ellipsis: true,
      render: (_, { customerId }) => customerId || none,
    },
    { title: say(words.lender), width: 150, ellipsis: true, render: (_, { lenderId }) => lenderId || none },
    { title: say(words.verdict), width: 150, render: (_, { verdict }) => <VerdictChip verdict={verdict} /> },
    {
      title: say(words.probability),
      width: 170,
      render: (_, { probability }) => <Probability value={probability} />,
    },
    {
      title: say(words.exhibits),
      width: 100,
      align: 'right',
      render: (_, { counts }) =>
        counts.done + counts.failed < counts.total
          ? `${counts.done + counts.failed} / ${counts.total}`
          : counts.total,
    },
    { title: say(words.status), width: 120, render: (_, { status }) => <CaseStatusTag status={status} /> },
    {
      title: say(words.opened),
      width: 190,
      render: (_, { createdAt }) => <time dateTime={createdAt}>{moment(createdAt, language)}</time>,
    },
  ];
  return (
    <Table<CaseSummary>
      className="cases"
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={cases as CaseSummary[]}
      loading={loading}
      pagination={false}
      scroll={{ x: 1080 }}
      locale={{ emptyText: loading ? ' ' : empty }}
      onRow={(record, index) => rowKeys(index, () => navigate(`/cases/${record.id}`))}
    />
  );
}
