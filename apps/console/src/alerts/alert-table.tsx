import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Alert } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { rowKeys } from '../shared/row-keys.ts';
import { Probability } from '../shared/verdict.tsx';
import { alertKindWords, words } from '../words.ts';
import { AlertStatusTag, LevelChip } from './chips.tsx';

interface Props {
  readonly alerts: readonly Alert[];
  readonly loading: boolean;
  readonly empty: ReactNode;
}

/** One row an alert. Arrow keys go from row to row, Enter or a click opens. */
export function AlertTable({ alerts, loading, empty }: Props) {
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const columns: TableColumnsType<Alert> = [
    {
      title: say(words.subject),
      render: (_, { id, subject, reasons }) => (
        <>
          <Link to={`/alerts/${id}`} className="case-name subject" tabIndex={-1} title={subject}>
            <bdi>{subject}</bdi>
          </Link>
          {reasons[0] ? <div className="muted">{say(reasons[0].message)}</div> : null}
        </>
      ),
    },
    {
      title: say(words.kind),
      width: 210,
      render: (_, { kind, campaign, customerId, lenderId }) => (
        <>
          <div>{say(alertKindWords[kind])}</div>
          <div className="muted">
            {campaign
              ? say(words.spread, { customers: campaign.customers, lenders: campaign.lenders })
              : [customerId, lenderId].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { title: say(words.level), width: 110, render: (_, { level }) => <LevelChip level={level} /> },
    {
      title: say(words.danger),
      width: 170,
      render: (_, { probability }) => <Probability value={probability} />,
    },
    { title: say(words.scanned), width: 90, align: 'right', dataIndex: 'seen' },
    { title: say(words.status), width: 110, render: (_, { status }) => <AlertStatusTag status={status} /> },
    {
      title: say(words.lastSeen),
      width: 180,
      render: (_, { lastSeenAt }) => <time dateTime={lastSeenAt}>{moment(lastSeenAt, language)}</time>,
    },
  ];
  return (
    <Table<Alert>
      className="cases"
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={alerts as Alert[]}
      loading={loading}
      pagination={false}
      scroll={{ x: 1080 }}
      locale={{ emptyText: loading ? ' ' : empty }}
      onRow={({ id }, index) => rowKeys(index, () => navigate(`/alerts/${id}`))}
    />
  );
}
