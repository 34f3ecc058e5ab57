import type { RiskLevel } from '@jianzhen/evidence';
import { Tag } from 'antd';
import type { AlertStatus, Delivery } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { alertStatusWords, deliveryStatusWords, levelWords } from '../words.ts';

/** Levels have a word and a colour; the word carries the meaning. */
export function LevelChip({ level }: { level: RiskLevel }) {
  const { say } = useLanguage();
  return <span className={`chip ${level}`}>{say(levelWords[level])}</span>;
}

const TONES: Readonly<Record<AlertStatus | Delivery['status'], string>> = {
  open: 'processing',
  confirmed: 'error',
  corrected: 'success',
  pending: 'processing',
  delivered: 'success',
  dead: 'error',
  cancelled: 'default',
};

export function AlertStatusTag({ status }: { status: AlertStatus }) {
  const { say } = useLanguage();
  return <Tag color={TONES[status]}>{say(alertStatusWords[status])}</Tag>;
}

export function DeliveryStatusTag({ status }: { status: Delivery['status'] }) {
  const { say } = useLanguage();
  return <Tag color={TONES[status]}>{say(deliveryStatusWords[status])}</Tag>;
}
