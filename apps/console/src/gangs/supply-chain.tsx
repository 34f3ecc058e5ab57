import { Link } from 'react-router';
import type { Gang, GangSummary } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { RoleChip } from './gang-list-page.tsx';
import { gangWords } from './words.ts';

/** The forger above, what it supplies below: as one reads an organisation's chart. */
export function SupplyChain({ gang }: { gang: Gang }) {
  const self: GangSummary = { ...gang, cases: gang.cases.length };
  const above = gang.kin.find((other) => other.gang === gang.upstream);
  const below = gang.kin.filter((other) => other !== above);
  return (
    <div className="chain">
      {above ? <Member gang={above} /> : null}
      <Member gang={self} self />
      {below.length > 0 ? (
        <div className="below-it">
          {below.map((other) => (
            <Member key={other.gang} gang={other} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Member({ gang, self = false }: { gang: GangSummary; self?: boolean }) {
  const { say } = useLanguage();
  return (
    <div className={self ? 'member self' : 'member'}>
      <RoleChip role={gang.role} />
      {self ? <b>{gang.gang}</b> : <Link to={`/gangs/${gang.gang}`}>{gang.gang}</Link>}
      <span className="muted">
        {say(gangWords.cases)} {gang.cases} · {say(gangWords.lenders)} {gang.lenders}
      </span>
    </div>
  );
}
