import {
  type FactRow,
  indicationWords,
  type Message,
  signatureFacts,
  signatureReasons,
  signatureState,
  signatureWords,
} from '@jianzhen/evidence';
import type { Signature } from '../api/types.ts';
import { useLanguage } from '../language.tsx';

/** The electronic signatures to be seen on a page, each with what led to its indication. */
export function SignaturePanel({ signatures }: { signatures: readonly Signature[] }) {
  const { say } = useLanguage();
  return (
    <section className="signatures">
      <h2>
        {say(signatureWords.signatures)} <span className="muted">{signatures.length}</span>
      </h2>
      {signatures.map((signature, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two signatures may have one name, and they keep their order.
        <Entry key={i} signature={signature} />
      ))}
    </section>
  );
}

function Entry({ signature }: { signature: Signature }) {
  const { say } = useLanguage();
  const { indication, subIndication } = signature;
  return (
    <article className={`signature ${indication.toLowerCase()}`}>
      <p className="stated">
        <b>{say(indicationWords[indication])}</b>
        {subIndication ? <code>{subIndication}</code> : null}
        {signatureState(signature).map((message) => (
          <span key={message.en}>{say(message)}</span>
        ))}
      </p>
      <FactRows rows={signatureFacts(signature)} />
      <Reasons messages={signatureReasons(signature)} />
    </article>
  );
}

export function FactRows({ rows }: { rows: readonly FactRow[] }) {
  const { say } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Why something is held of a signature or seal. */
export function Reasons({ messages }: { messages: readonly Message[] }) {
  const { say } = useLanguage();
  if (messages.length === 0) return null;
  return (
    <ul className="reasons">
      {messages.map((message, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons keep their order, and two may be alike.
        <li key={i}>{say(message)}</li>
      ))}
    </ul>
  );
}
