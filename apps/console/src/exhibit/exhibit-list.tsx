import { Link } from 'react-router';
import type { Exhibit } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { CountedVerdict, ExhibitStatusTag } from '../shared/verdict.tsx';
import { words } from '../words.ts';

interface Props {
  readonly exhibits: readonly Exhibit[];
  readonly current: string | undefined;
}

/** The files of a case, each with its verdict or how far it is. */
export function ExhibitList({ exhibits, current }: Props) {
  const { say } = useLanguage();
  return (
    <nav className="exhibits" aria-label={say(words.exhibits)}>
      <ul>
        {exhibits.map((exhibit) => (
          <li key={exhibit.id}>
            <Link
              to={`/cases/${exhibit.caseId}/exhibits/${exhibit.id}`}
              aria-current={exhibit.id === current ? 'page' : undefined}
            >
              <bdi>{exhibit.name}</bdi>
              {exhibit.status === 'done' || exhibit.review ? (
                <CountedVerdict exhibit={exhibit} />
              ) : (
                <ExhibitStatusTag status={exhibit.status} />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
