import { originWords, sealFacts, sealWords, turnOf, turnRegion } from '@jianzhen/evidence';
import type { Page, Seal } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { percent } from '../shared/format.ts';
import { FactRows, Reasons } from './signature-panel.tsx';

/** The seals on a page, each with its cut-out of the page's picture. */
export function SealPanel({ page, orientation }: { page: Page; orientation: number }) {
  const { say } = useLanguage();
  return (
    <section className="seals">
      <h2>
        {say(sealWords.seals)} <span className="muted">{page.seals.length}</span>
      </h2>
      {page.seals.map((seal, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two seals may be alike, and they keep their order.
        <article className="seal" key={i}>
          {page.image ? <CutOut seal={seal} page={page} orientation={orientation} /> : null}
          <div>
            <p className="stated">
              <b>
                <bdi>{seal.title ?? say(sealWords.unread)}</bdi>
              </b>
              <span>{say(originWords[seal.origin])}</span>
              {/* Where nothing can be told, a number would only alarm. */}
              {seal.origin === 'unknown' ? null : (
                <span>
                  {say(sealWords.forgery)} {percent(seal.forgeryProbability)}
                </span>
              )}
            </p>
            <FactRows rows={sealFacts(seal)} />
            <Reasons messages={seal.reasons.map(({ message }) => message)} />
          </div>
        </article>
      ))}
    </section>
  );
}

/** Around a seal's box, as a share of its longer side. */
const MARGIN = 0.06;

function CutOut({ seal, page, orientation }: { seal: Seal; page: Page; orientation: number }) {
  const { say } = useLanguage();
  const turn = turnOf(page, orientation);
  const { x, y, width, height } = turnRegion(seal.region, turn);
  const margin = MARGIN * Math.max(width, height);
  const { cx, cy, rx, ry, angle } = seal.ellipse;
  return (
    <svg
      className="cut-out"
      viewBox={[x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(' ')}
      role="img"
      aria-label={seal.title ?? say(sealWords.unread)}
    >
      <g transform={`matrix(${turn.matrix.join(' ')})`}>
        <image href={page.image ?? ''} width={page.width} height={page.height} preserveAspectRatio="none" />
        {seal.shape === 'square' ? (
          <rect {...seal.region} />
        ) : (
          <ellipse cx={cx} cy={cy} rx={rx} ry={ry} transform={`rotate(${angle} ${cx} ${cy})`} />
        )}
      </g>
    </svg>
  );
}
