import { Input, Modal } from 'antd';
import { useState } from 'react';
import { deleteVoiceprint } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { words } from '../words.ts';
import { voiceListWords } from './words.ts';

/** Asks who deletes; it cannot be undone. */
export function RemoveDialog({ id, close, done }: { id: string; close: () => void; done: () => void }) {
  const { say } = useLanguage();
  const [by, setBy] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const send = async () => {
    setSending(true);
    try {
      await deleteVoiceprint(id, by.trim());
      done();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={say(voiceListWords.remove)}
      okText={say(voiceListWords.remove)}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger: true, disabled: by.trim() === '', loading: sending }}
      onOk={send}
      onCancel={close}
    >
      <p>{say(voiceListWords.removeHint)}</p>
      <label htmlFor="voice-remover">{say(voiceListWords.by)}</label>
      <Input id="voice-remover" value={by} maxLength={128} onChange={({ target }) => setBy(target.value)} />
      {failure ? <FailureNote code={failure.code} message={failure.text} retry={send} /> : null}
    </Modal>
  );
}
