import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { reviewAlert } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { AlertDetail, Decision } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { moment } from '../shared/format.ts';
import { decisionWords, words } from '../words.ts';

const STORED = 'jianzhen.reviewer';

/** What persons held of the alert's subject, and what this one does. */
export function ReviewPanel({ alert, reload }: { alert: AlertDetail; reload: () => void }) {
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
      await reviewAlert(alert.id, { decision, by: by.trim(), ...(note.trim() && { note: note.trim() }) });
      setNote('');
      reload();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(null);
    }
  };
  const button = (decision: Decision, taken: boolean) => (
    <Button
      danger={decision === 'dangerous'}
      disabled={!by.trim() || taken || busy !== null}
      loading={busy === decision}
      onClick={() => void decide(decision)}
    >
      {say(decision === 'dangerous' ? words.isDangerous : words.isNotDangerous)}
    </Button>
  );
  return (
    <section className="review">
      <h2>{say(words.review)}</h2>
      <p className="muted">{say(words.reviewHint)}</p>
      <Flex gap={10} wrap>
        <Input
          id="reviewer"
          aria-label={say(words.reviewer)}
          placeholder={say(words.reviewer)}
          maxLength={128}
          value={by}
          onChange={(event) => setBy(event.target.value)}
          style={{ width: 160 }}
        />
        <Input
          id="note"
          aria-label={say(words.note)}
          placeholder={`${say(words.note)} (${say(words.optional)})`}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          style={{ flex: '1 1 220px' }}
        />
        {button('not-dangerous', alert.status === 'corrected')}
        {button('dangerous', alert.status === 'confirmed')}
      </Flex>
      {error ? <FailureNote code={error.code} message={error.text} /> : null}
      <ul className="reviews">
        {alert.reviews.map((review) => (
          <li key={review.at}>
            <b>
              <bdi>
                {say(words.reviewed, { by: review.by, decision: say(decisionWords[review.decision]) })}
              </bdi>
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
