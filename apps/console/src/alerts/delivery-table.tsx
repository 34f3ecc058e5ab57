import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { retryDelivery } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { Delivery } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { moment } from '../shared/format.ts';
import { deliveryTypeWords, words } from '../words.ts';
import { DeliveryStatusTag } from './chips.tsx';

interface Props {
  readonly deliveries: readonly Delivery[];
  /** Shows the way to each one's alert. */
  readonly linked?: boolean;
  readonly reload: () => void;
}

/** Messages to endpoints, with a button to send dead letters again. */
export function DeliveryTable({ deliveries, linked = false, reload }: Props) {
  const { language, say } = useLanguage();
  const [error, setError] = useState<ApiError | null>(null);
  const retry = async (id: string) => {
    setError(null);
    await retryDelivery(id).catch((thrown: unknown) => setError(toApiError(thrown)));
    reload();
  };
  const columns: TableColumnsType<Delivery> = [
    {
      title: say(words.message),
      render: (_, { type, alertId }) => (
        <>
          {say(deliveryTypeWords[type])}
          {linked ? (
            <div>
              <Link to={`/alerts/${alertId}`}>{say(words.openAlert)}</Link>
            </div>
          ) : null}
        </>
      ),
    },
    { title: say(words.endpoint), render: (_, { endpoint }) => <code>{endpoint}</code> },
    {
      title: say(words.status),
      render: (_, { status, error: failure }) => (
        <>
          <DeliveryStatusTag status={status} />
          {failure ? <div className="muted">{say(failure.message)}</div> : null}
        </>
      ),
    },
    {
      title: say(words.tries),
      render: (_, { attempts, attemptedAt }) => (
        <>
          {attempts}
          {attemptedAt ? <div className="muted">{moment(attemptedAt, language)}</div> : null}
        </>
      ),
    },
    {
      key: 'retry',
      render: (_, { id, status }) =>
        status === 'dead' ? (
          <Button size="small" onClick={() => void retry(id)}>
            {say(words.sendAgain)}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      {error ? <FailureNote code={error.code} message={error.text} /> : null}
      <Table<Delivery>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={deliveries as Delivery[]}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
    </>
  );
}
