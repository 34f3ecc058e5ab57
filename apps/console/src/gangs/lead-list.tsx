import { format } from '@jianzhen/evidence';
import type { Lead } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { gangWords } from './words.ts';

/** Packages made of a gang, and what became of them: the custody log in short. */
export function LeadListPanel({ leads }: { leads: readonly Lead[] }) {
  const { language, say } = useLanguage();
  return (
    <>
      <h2>
        {say(gangWords.leads)} <span className="muted">{leads.length}</span>
      </h2>
      <ul className="reviews">
        {leads.map((lead) => (
          <li key={lead.package}>
            <b>{lead.package}</b>{' '}
            <span className="muted">
              {lead.handedOver.length === 0
                ? say(gangWords.notHandedOver)
                : lead.handedOver
                    .map(({ at, recipient }) =>
                      say(format(gangWords.handedOver, { at: moment(at, language), recipient })),
                    )
                    .join(' · ')}
            </span>{' '}
            {lead.outcome ? <span>{lead.outcome.status}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
