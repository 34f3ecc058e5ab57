import { reviewExhibit } from '../api/client.ts';
import type { ExhibitDetail } from '../api/types.ts';
import { ReviewForm } from '../shared/review-form.tsx';
import { exhibitDecisionWords, words } from '../words.ts';

/** What persons held of the exhibit, and what this one does. */
export const ReviewPanel = ({ exhibit, reload }: { exhibit: ExhibitDetail; reload: () => void }) => (
  <ReviewForm
    hint={words.exhibitReviewHint}
    choices={[
      { decision: 'genuine', label: words.isGenuine },
      { decision: 'forged', label: words.isForged, danger: true },
    ]}
    taken={exhibit.review?.decision ?? null}
    reviews={exhibit.reviews}
    names={exhibitDecisionWords}
    send={(review) => reviewExhibit(exhibit.id, review)}
    reload={reload}
  />
);
