import { useLanguage } from '../language.tsx';
import type { Rejected } from './use-sending.ts';

export function RejectedFiles({ rejected }: { rejected: Rejected }) {
  const { say } = useLanguage();
  return (
    <ul className="rejected">
      {rejected.map(({ name, error }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear the same name, and the list never changes.
        <li key={i}>
          <bdi>{name}</bdi>
          <div>{say(error.message)}</div>
          <code>{error.code}</code>
        </li>
      ))}
    </ul>
  );
}
