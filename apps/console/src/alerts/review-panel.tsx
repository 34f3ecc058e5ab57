import { reviewAlert } from '../api/client.ts';
import type { AlertDetail } from '../api/types.ts';
import { ReviewForm } from '../shared/review-form.tsx';
import { decisionWords, words } from '../words.ts';

/** What persons held of the alert's subject, and what this one does. */
export const ReviewPanel = ({ alert, reload }: { alert: AlertDetail; reload: () => void }) => (
  <ReviewForm
    hint={words.reviewHint}
    choices={[
      { decision: 'not-dangerous', label: words.isNotDangerous },
      { decision: 'dangerous', label: words.isDangerous, danger: true },
    ]}
    taken={alert.status === 'corrected' ? 'not-dangerous' : alert.status === 'confirmed' ? 'dangerous' : null}
    reviews={alert.reviews}
    names={decisionWords}
    send={(review) => reviewAlert(alert.id, review)}
    reload={reload}
  />
);
