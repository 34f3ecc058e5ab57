import { Button, Flex } from 'antd';
import { useState } from 'react';
import { listDeliveries, retryDelivery } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useLoad } from '../api/use-load.ts';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';
import { DeliveryTable } from './delivery-table.tsx';

/** Messages that were given up; nothing where there are none. */
export function DeadLetters() {
  const { say } = useLanguage();
  const [busy, setBusy] = useState(false);
  const dead = useLoad('dead', (signal) => listDeliveries('dead', signal));
  useLive(dead.reload, { concerns: ({ type }) => type.startsWith('delivery.') || type === 'alert.reviewed' });
  if (!dead.data || dead.data.deliveries.length === 0) return null;
  const { deliveries } = dead.data;
  const sendAll = async () => {
    setBusy(true);
    // One that another person has sent again meanwhile is no longer dead, and no failure.
    await Promise.allSettled(deliveries.map(({ id }) => retryDelivery(id)));
    setBusy(false);
    dead.reload();
  };
  return (
    <section className="dead-letters">
      <h2>{say(words.deadLetters)}</h2>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <p className="muted">{say(words.deadLettersHint)}</p>
        <Button loading={busy} onClick={() => void sendAll()}>
          {say(words.sendAllAgain)}
        </Button>
      </Flex>
      <DeliveryTable linked deliveries={deliveries} reload={dead.reload} />
    </section>
  );
}
