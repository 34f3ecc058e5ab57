import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

interface Props {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  readonly disabled: boolean;
}

/** Files that wait to be sent: dropped, chosen, or taken off again. The service decides what it takes. */
export function FileDrop({ files, onChange, disabled }: Props) {
  const { say } = useLanguage();
  return (
    <Upload.Dragger
      multiple
      disabled={disabled}
      fileList={files.map((file, i) => ({ uid: String(i), name: file.name, size: file.size }))}
      // Whatever was dropped at once arrives here once a file; the last call carries them all.
      beforeUpload={(file, batch) => {
        if (file === batch.at(-1)) onChange([...files, ...batch]);
        return false;
      }}
      onRemove={({ uid }) => onChange(files.filter((_, i) => String(i) !== uid))}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined />
      </p>
      <p className="ant-upload-text">{say(words.drop)}</p>
      <p className="ant-upload-hint">{say(words.dropHint)}</p>
    </Upload.Dragger>
  );
}
