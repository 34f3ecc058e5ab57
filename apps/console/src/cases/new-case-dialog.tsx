import { Form, Modal } from 'antd';
import { useState } from 'react';
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
  const sending = useSending(caseId ?? null);
  const { busy, error, rejected } = sending;

  const leave = (id: string | null) => {
    close();
    if (!caseId && id) navigate(`/cases/${id}`);
  };
  const submit = async () => {
    const id = await sending.send(fields, files);
    if (id) leave(id);
  };

  if (rejected && rejected.length > 0) {
    return (
      <Modal
        open
        title={say(words.rejected, { count: rejected.length })}
        okText={say(caseId ? words.close : words.openCase)}
        cancelButtonProps={{ hidden: true }}
        onOk={() => leave(sending.caseId)}
        onCancel={() => leave(sending.caseId)}
      >
        <RejectedFiles rejected={rejected} />
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
      onOk={submit}
      // A case that was opened before its files were refused is there: better seen than forgotten.
      onCancel={() => leave(sending.caseId)}
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
