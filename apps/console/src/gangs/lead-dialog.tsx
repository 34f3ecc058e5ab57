import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type LeadOrder, makeLead } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { save } from '../shared/save.ts';
import { words } from '../words.ts';
import { gangWords } from './words.ts';

interface Props {
  readonly name: string;
  readonly close: () => void;
  readonly done: () => void;
}

const FIELDS = ['by', 'organisation', 'purpose'] as const;
const LABELS = {
  by: gangWords.reviewer,
  organisation: gangWords.organisation,
  purpose: gangWords.purpose,
} as const;
const PROFILES = ['police', 'regulator', 'lender'] as const;

/** Asks who makes a package, for whom and what for, then makes and downloads it. */
export function LeadDialog({ name, close, done }: Props) {
  const { say } = useLanguage();
  const [order, setOrder] = useState<LeadOrder>({ by: '', organisation: '', purpose: '', profile: 'police' });
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const make = async () => {
    setMaking(true);
    setFailure(null);
    try {
      save(await makeLead(name, order), `lead-${name}.zip`);
      done();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setMaking(false);
    }
  };
  return (
    <Modal
      open
      title={`${name} · ${say(gangWords.exportLead)}`}
      okText={say(gangWords.download)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: FIELDS.some((field) => order[field].trim() === ''), loading: making }}
      onOk={make}
      onCancel={close}
    >
      <p className="muted">{say(gangWords.leadHint)}</p>
      {FIELDS.map((field) => (
        <div key={field}>
          <label htmlFor={`lead-${field}`}>{say(LABELS[field])}</label>
          <Input
            id={`lead-${field}`}
            value={order[field]}
            maxLength={200}
            onChange={(event) => setOrder({ ...order, [field]: event.target.value })}
          />
        </div>
      ))}
      <label htmlFor="lead-profile">{say(gangWords.profile)}</label>
      <Select
        id="lead-profile"
        className="whole-width"
        value={order.profile}
        onChange={(profile) => setOrder({ ...order, profile })}
        options={PROFILES.map((value) => ({ value, label: say(gangWords[value]) }))}
      />
      {failure ? <FailureNote code={failure.code} message={failure.text} retry={make} /> : null}
    </Modal>
  );
}
