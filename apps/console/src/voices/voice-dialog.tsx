import { Input, Modal } from 'antd';
import { useState } from 'react';
import { enrolVoice } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { words } from '../words.ts';
import { voiceListWords } from './words.ts';

interface Props {
  /** An exhibit's channel; recordings are chosen in the dialog where it is null. */
  readonly from: { readonly exhibitId: string; readonly channel: number } | null;
  readonly close: () => void;
  readonly done: () => void;
}

const FIELDS = ['by', 'reason', 'person', 'consentBy', 'consentText'] as const;
const NEEDED: readonly string[] = ['by', 'reason'];

/** Asks who puts a voice on the watch-list, and on what ground. */
export function VoiceDialog({ from, close, done }: Props) {
  const { say } = useLanguage();
  const [fields, setFields] = useState<Readonly<Partial<Record<(typeof FIELDS)[number], string>>>>({});
  const [files, setFiles] = useState<readonly File[]>([]);
  const [key] = useState(() => crypto.randomUUID());
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { by = '', reason = '', person = '', consentBy = '', consentText = '' } = fields;
  const consents = consentBy.trim() !== '' && consentText.trim() !== '';
  const send = async () => {
    setSending(true);
    setFailure(null);
    try {
      await enrolVoice(
        {
          ...{ kind: 'watch', by: by.trim(), reason: reason.trim() },
          ...(person.trim() && { person: person.trim() }),
          ...(consents && { consentBy, consentText, consentAt: new Date().toISOString() }),
          ...(from && { channel: from.channel }),
        },
        from ? { exhibitId: from.exhibitId } : { files },
        key,
      );
      done();
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setSending(false);
    }
  };
  const ready = by.trim() !== '' && reason.trim() !== '' && (from !== null || files.length > 0);
  return (
    <Modal
      open
      title={say(voiceListWords.watch)}
      okText={say(voiceListWords.watch)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !ready, loading: sending }}
      onOk={send}
      onCancel={close}
    >
      <p className="muted">{say(voiceListWords.hint)}</p>
      {from ? null : (
        <>
          <label htmlFor="voice-files">{say(voiceListWords.recordings)}</label>
          <input
            id="voice-files"
            type="file"
            multiple
            accept="audio/*,.amr"
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
        </>
      )}
      {FIELDS.map((name) => (
        <div key={name}>
          <label htmlFor={`voice-${name}`}>
            {say(voiceListWords[name])}{' '}
            {NEEDED.includes(name) ? null : <span className="muted">{say(words.optional)}</span>}
          </label>
          <Input
            id={`voice-${name}`}
            value={fields[name] ?? ''}
            maxLength={name === 'consentText' ? 2000 : name === 'reason' ? 500 : 128}
            onChange={({ target }) => setFields({ ...fields, [name]: target.value })}
          />
        </div>
      ))}
      {failure ? <FailureNote code={failure.code} message={failure.text} retry={send} /> : null}
    </Modal>
  );
}
