import { codeKindWords, codeWords, riskWords } from '@jianzhen/evidence';
import type { Page } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { percent } from '../shared/format.ts';
import { Reasons } from './signature-panel.tsx';

/** The QR codes on a page: what each carries and how dangerous it is. A payload is no link here: nobody should follow it. */
export function CodePanel({ codes }: { codes: Page['codes'] }) {
  const { say } = useLanguage();
  return (
    <section className="codes">
      <h2>
        {say(codeWords.codes)} <span className="muted">{codes.length}</span>
      </h2>
      {codes.map(({ kind, text, risk }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page may bear the same code twice, and they keep their order.
        <article className={`code ${risk.level}`} key={i}>
          <p className="stated">
            <b>{say(codeKindWords[kind])}</b>
            <span>{say(riskWords[risk.level])}</span>
            <span>
              {say(codeWords.risk)} {percent(risk.probability)}
            </span>
          </p>
          <p className="payload">
            <bdi>{text}</bdi>
          </p>
          <Reasons messages={risk.reasons.map(({ message }) => message)} />
        </article>
      ))}
    </section>
  );
}
