import type { Message } from '@jianzhen/evidence';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';

interface Props {
  readonly title?: ReactNode;
  readonly code: string;
  readonly message: Message;
  readonly retry?: (() => void) | undefined;
}

/** A coded error: the sentence for the reader, the code for whoever is asked about it. */
export function FailureNote({ title, code, message, retry }: Props) {
  const { say } = useLanguage();
  return (
    <Alert
      type="error"
      showIcon
      title={title ?? say(message)}
      description={
        <>
          {title ? <div>{say(message)}</div> : null}
          <code>{code}</code>
        </>
      }
      action={retry ? <Button onClick={retry}>{say(words.retry)}</Button> : undefined}
    />
  );
}
