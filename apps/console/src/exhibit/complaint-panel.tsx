import type { CaseDetail } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';
import { pieces } from './complaint-pieces.ts';

/** What the customer wrote, with the places that findings speak of marked, and the findings below. */
export function ComplaintPanel({ complaint }: { complaint: NonNullable<CaseDetail['complaint']> }) {
  const { say } = useLanguage();
  return (
    <details className="complaint">
      <summary>
        {say(words.complaint)} <span className="muted">{complaint.findings.length}</span>
      </summary>
      <p className="letter">
        {pieces(
          complaint.text,
          complaint.findings.flatMap(({ spans }) => spans),
        ).map(({ from, text, marked }) =>
          marked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </p>
      <ul className="reasons">
        {complaint.findings.map(({ code, message }) => (
          <li key={code}>{say(message)}</li>
        ))}
      </ul>
    </details>
  );
}
