import { Button, Empty } from 'antd';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

interface Props {
  readonly filtered: boolean;
  readonly clear: () => void;
  readonly create: () => void;
}

export function NoCases({ filtered, clear, create }: Props) {
  const { say } = useLanguage();
  if (filtered) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.noMatch)}>
        <Button onClick={clear}>{say(words.clearFilters)}</Button>
      </Empty>
    );
  }
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{say(words.noCases)}</strong>
          <br />
          <span className="muted">{say(words.noCasesHint)}</span>
        </>
      }
    >
      <Button type="primary" onClick={create}>
        {say(words.newCase)}
      </Button>
    </Empty>
  );
}
