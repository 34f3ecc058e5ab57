import { Spin } from 'antd';
import type { ExhibitDetail } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { words } from '../words.ts';

/** In place of the picture while there is none: waiting, being examined, or why it could not be. */
export function Progress({ exhibit }: { exhibit: ExhibitDetail }) {
  const { say } = useLanguage();
  if (exhibit.error) {
    return (
      <div className="progress">
        <FailureNote title={say(words.failed)} code={exhibit.error.code} message={exhibit.error.message} />
      </div>
    );
  }
  return (
    <div className="progress" role="status">
      <Spin size="large" />
      <p>{say(exhibit.status === 'running' ? words.running : words.waiting)}</p>
    </div>
  );
}
