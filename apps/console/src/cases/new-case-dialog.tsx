import { Form, Modal } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { NewCase } from '../api/client.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { words } from '../words.ts';
import { CaseFields } from './case-fields.tsx';
import { FileDrop } from './file-drop.tsx';
import { RejectedFiles } from './rejected-files.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  /** Already dropped on the page behind. */
  readonly files: readonly File[];
  /** Files are added to this case instead of opening one. */
  readonly caseId?: string;
  readonly close: () => void;
}

/** Opens a case with its first files, or adds files to one; then goes there. */
export function NewCaseDialog({ files: dropped, caseId, close }: Props) {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [files, setFiles] = useState(dropped);
  const [fields, setFields] = useState<NewCase>({});
  const { busy, error, sent, send } = useSending();

  const arrive = useEffectEvent((id: string) => {
    close();
    if (!caseId) navigate(`/cases/${id}`);
  });
  useEffect(() => {
    if (sent && sent.rejected.length === 0) arrive(sent.caseId);
  }, [sent]);

  if (sent && sent.rejected.length > 0) {
    return (
      <Modal
        open
        title={say(words.rejected, { count: sent.rejected.length })}
        okText={say(caseId ? words.close : words.openCase)}
        cancelButtonProps={{ hidden: true }}
        onOk={() => arrive(sent.caseId)}
        onCancel={() => arrive(sent.caseId)}
      >
        <RejectedFiles rejected={sent.rejected} />
      </Modal>
    );
  }

  return (
    <Modal
      open
      width={620}
      title={say(caseId ? words.addExhibits : words.newCase)}
      okText={say(caseId ? words.add : files.length ? words.create : words.createEmpty)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: caseId !== undefined && files.length === 0 }}
      confirmLoading={busy}
      mask={{ closable: !busy }}
      onOk={() => send({ caseId, fields, files })}
      onCancel={close}
    >
      <Form layout="vertical" disabled={busy}>
        {caseId ? null : <CaseFields fields={fields} onChange={setFields} />}
        <FileDrop files={files} onChange={setFiles} disabled={busy} />
      </Form>
      {error ? (
        <div className="below">
          <FailureNote code={error.code} message={error.text} />
        </div>
      ) : null}
    </Modal>
  );
}
