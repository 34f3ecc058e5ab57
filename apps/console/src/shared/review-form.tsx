import type { Message } from '@jianzhen/evidence';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { type ApiError, toApiError } from '../api/errors.ts';
import { useLanguage } from '../language.tsx';
import { words } from '../words.ts';
import { FailureNote } from './failure.tsx';
import { moment } from './format.ts';

const STORED = 'jianzhen.reviewer';

interface Choice<Decision> {
  readonly decision: Decision;
  readonly label: Message;
  readonly danger?: boolean;
}

interface Props<Decision extends string> {
  /** What a decision does. */
  readonly hint: Message;
  readonly choices: readonly Choice<Decision>[];
  /** The one that counts now; it cannot be taken again. */
  readonly taken: Decision | null;
  /** The last first. */
  readonly reviews: readonly {
    readonly decision: Decision;
    readonly by: string;
    readonly note: string | null;
    readonly at: string;
  }[];
  readonly names: Readonly<Record<Decision, Message>>;
  readonly send: (review: { decision: Decision; by: string; note?: string }) => Promise<unknown>;
  readonly reload: () => void;
}

/** What persons held of a thing, and what this one does. */
export function ReviewForm<Decision extends string>(props: Props<Decision>) {
  const { hint, choices, taken, reviews, names, send, reload } = props;
  const { language, say } = useLanguage();
  const [by, setBy] = useState(() => localStorage.getItem(STORED) ?? '');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState<Decision | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const decide = async (decision: Decision) => {
    setBusy(decision);
    setError(null);
    try {
      localStorage.setItem(STORED, by.trim());
      await send({ decision, by: by.trim(), ...(note.trim() && { note: note.trim() }) });
      setNote('');
      reload();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(null);
    }
  };
  return (
    <section className="review">
      <h2>{say(words.review)}</h2>
      <p className="muted">{say(hint)}</p>
      <Flex gap={10} wrap>
        <Input
          id="reviewer"
          aria-label={say(words.reviewer)}
          placeholder={say(words.reviewer)}
          maxLength={128}
          value={by}
          onChange={(event) => setBy(event.target.value)}
          style={{ flex: '1 1 110px' }}
        />
        <Input
          id="note"
          aria-label={say(words.note)}
          placeholder={`${say(words.note)} (${say(words.optional)})`}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          style={{ flex: '3 1 200px' }}
        />
        <Flex gap={10}>
          {choices.map(({ decision, label, danger = false }) => (
            <Button
              key={decision}
              danger={danger}
              disabled={!by.trim() || taken === decision || busy !== null}
              loading={busy === decision}
              onClick={() => void decide(decision)}
            >
              {say(label)}
            </Button>
          ))}
        </Flex>
      </Flex>
      {error ? <FailureNote code={error.code} message={error.text} /> : null}
      <ul className="reviews">
        {reviews.map((review) => (
          <li key={review.at}>
            <b>
              <bdi>{say(words.reviewed, { by: review.by, decision: say(names[review.decision]) })}</bdi>
            </b>
            {review.note ? <bdi>{review.note}</bdi> : null}
            <time className="muted" dateTime={review.at}>
              {moment(review.at, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
