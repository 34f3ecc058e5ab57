import { Input, Modal } from 'antd';
import { useState } from 'react';
import { reviewGang } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { GangDecision } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { words } from '../words.ts';
import { gangWords } from './words.ts';

interface Props {
  readonly name: string;
  readonly decision: GangDecision;
  readonly close: () => void;
  readonly done: () => void;
}

/** Asks who decides, and why; nothing is decided without a name. */
export function ReviewDialog({ name, decision, close, done }: Props) {
  const { say } = useLanguage();
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const send = async () => {
    setSending(true);
    try {
      await reviewGang(name, { decision, by: by.trim(), note: note.trim() || null });
      done();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setSending(false);
    }
  };
  const title = say(decision === 'confirmed' ? gangWords.confirm : gangWords.dismiss);
  return (
    <Modal
      open
      title={`${name} · ${title}`}
      okText={title}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: by.trim() === '', loading: sending }}
      onOk={send}
      onCancel={close}
    >
      <label htmlFor="reviewer">{say(gangWords.reviewer)}</label>
      <Input id="reviewer" value={by} maxLength={128} onChange={(event) => setBy(event.target.value)} />
      <label htmlFor="note">
        {say(gangWords.note)} <span className="muted">{say(words.optional)}</span>
      </label>
      <Input.TextArea
        id="note"
        value={note}
        maxLength={2000}
        rows={3}
        onChange={(event) => setNote(event.target.value)}
      />
      {failure ? <FailureNote code={failure.code} message={failure.text} retry={send} /> : null}
    </Modal>
  );
}
