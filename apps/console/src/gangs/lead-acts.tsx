import { Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { enterOutcome, handOverLead, viewLead } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { LeadOutcome } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { save } from '../shared/save.ts';
import { words } from '../words.ts';
import { gangWords, outcomeWords } from './words.ts';

interface Props {
  /** Of the package. */
  readonly name: string;
  readonly close: () => void;
  readonly done: () => void;
}

/** Who looks at a package again: that is an act, too. */
export function ViewDialog({ name, close, done }: Props) {
  const [by, setBy] = useState('');
  const send = async () => save(await viewLead(name, by), `${name}.zip`);
  return (
    <ActDialog
      name={name}
      title={gangWords.again}
      ready={by.trim() !== ''}
      send={send}
      close={close}
      done={done}
    >
      <Line id="view-by" label={gangWords.reviewer} value={by} onChange={setBy} />
    </ActDialog>
  );
}

/** A hand-over needs a recipient, a purpose and the number of the instrument that it rests on. */
export function HandOverDialog({ name, close, done }: Props) {
  const fields = ['by', 'recipient', 'purpose', 'authority'] as const;
  const [act, setAct] = useState({ by: '', recipient: '', purpose: '', authority: '' });
  return (
    <ActDialog
      name={name}
      title={gangWords.handOver}
      ready={fields.every((field) => act[field].trim() !== '')}
      send={async () => void (await handOverLead(name, act))}
      close={close}
      done={done}
    >
      {fields.map((field) => (
        <Line
          key={field}
          id={`handover-${field}`}
          label={field === 'by' ? gangWords.reviewer : gangWords[field]}
          value={act[field]}
          onChange={(value) => setAct({ ...act, [field]: value })}
        />
      ))}
    </ActDialog>
  );
}

const OUTCOMES = ['accepted', 'need-more', 'case-filed', 'closed'] as const;

/** What the recipient made of it: anything but acceptance has a reason, a case that was filed a number. */
export function OutcomeDialog({ name, close, done }: Props) {
  const { say } = useLanguage();
  const [by, setBy] = useState('');
  const [status, setStatus] = useState<LeadOutcome['status']>('accepted');
  const [caseNumber, setCaseNumber] = useState('');
  const [reason, setReason] = useState('');
  const send = () =>
    enterOutcome(name, {
      by,
      status,
      caseNumber: caseNumber.trim() || null,
      reasons: reason.trim() ? [reason.trim()] : [],
    });
  return (
    <ActDialog
      name={name}
      title={gangWords.enterOutcome}
      ready={
        by.trim() !== '' &&
        (status === 'accepted' || reason.trim() !== '') &&
        (status !== 'case-filed' || caseNumber.trim() !== '')
      }
      send={send}
      close={close}
      done={done}
    >
      <Line id="outcome-by" label={gangWords.reviewer} value={by} onChange={setBy} />
      <label htmlFor="outcome-status">{say(gangWords.status)}</label>
      <Select
        id="outcome-status"
        className="whole-width"
        value={status}
        onChange={setStatus}
        options={OUTCOMES.map((value) => ({ value, label: say(outcomeWords[value]) }))}
      />
      <Line id="outcome-case" label={gangWords.caseNumber} value={caseNumber} onChange={setCaseNumber} />
      <Line id="outcome-reason" label={gangWords.reasons} value={reason} onChange={setReason} />
    </ActDialog>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ id, label, value, onChange }: LineProps) {
  const { say } = useLanguage();
  return (
    <div>
      <label htmlFor={id}>{say(label)}</label>
      <Input id={id} value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

interface ActProps extends Props {
  readonly title: { readonly zh: string; readonly en: string };
  readonly ready: boolean;
  readonly send: () => Promise<void>;
  readonly children: ReactNode;
}

function ActDialog({ name, title, ready, send, close, done, children }: ActProps) {
  const { say } = useLanguage();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const act = async () => {
    setSending(true);
    setFailure(null);
    try {
      await send();
      done();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={`${say(title)} · ${name}`}
      okText={say(title)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !ready, loading: sending }}
      onOk={act}
      onCancel={close}
    >
      {children}
      {failure ? <FailureNote code={failure.code} message={failure.text} retry={act} /> : null}
    </Modal>
  );
}
