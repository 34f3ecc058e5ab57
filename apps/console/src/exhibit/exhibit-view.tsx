import { DownloadOutlined } from '@ant-design/icons';
import { verdictWords } from '@jianzhen/evidence';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { originalAddress } from '../api/client.ts';
import type { ExhibitDetail, PageFinding } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { useKeys } from '../shared/keys.ts';
import { CountedVerdict, ExhibitStatusTag, Probability, VerdictChip } from '../shared/verdict.tsx';
import { words } from '../words.ts';
import { CodePanel } from './code-panel.tsx';
import { Facts } from './facts.tsx';
import { FindingList } from './finding-list.tsx';
import { numberFindings } from './number-findings.ts';
import { PageSwitch } from './page-switch.tsx';
import { Progress } from './progress.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { Recording } from './recording.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { SealPanel } from './seal-panel.tsx';
import { SignaturePanel } from './signature-panel.tsx';
import { useSelection } from './use-selection.ts';
import { Viewer } from './viewer/viewer.tsx';

/** What a browser draws by itself, pixel for pixel as it was examined. */
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp']);

interface Props {
  readonly exhibit: ExhibitDetail;
  readonly findings: readonly PageFinding[];
  readonly reload: () => void;
}

export function ExhibitView({ exhibit, findings, reload }: Props) {
  const { say } = useLanguage();
  const [params, setParams] = useSearchParams();
  const selection = useSelection();
  const [heat, setHeat] = useState(60);
  const [boxes, setBoxes] = useState(true);
  const [text, setText] = useState(false);

  const wanted = Number(params.get('page') ?? 1);
  const page = exhibit.pages.find((candidate) => candidate.page === wanted) ?? exhibit.pages[0];
  const shown = numberFindings(findings.filter((finding) => finding.page === page?.page));
  const original = originalAddress(exhibit.id);
  const verdict = page?.verdict ?? exhibit.verdict;
  const drawable = exhibit.pages.length === 1 && DRAWABLE.has(exhibit.mediaType);

  const turnTo = (number: number) => {
    if (!exhibit.pages.some((candidate) => candidate.page === number)) return;
    selection.clear();
    setParams({ page: String(number) }, { replace: true });
  };
  useKeys({
    h: () => setHeat(heat > 0 ? 0 : 60),
    b: () => setBoxes(!boxes),
    t: () => setText(!text),
    j: () => selection.step(1, shown.length),
    k: () => selection.step(-1, shown.length),
    '[': () => turnTo((page?.page ?? 1) - 1),
    ']': () => turnTo((page?.page ?? 1) + 1),
  });

  const ended = exhibit.status === 'done' || exhibit.status === 'failed';
  const review = ended ? <ReviewPanel exhibit={exhibit} reload={reload} /> : null;

  return (
    <>
      <section className="stage">
        {page?.voice ? (
          <Recording exhibit={exhibit} voice={page.voice} />
        ) : page ? (
          <Viewer
            key={page.page}
            page={page}
            orientation={exhibit.told?.orientation ?? 1}
            original={drawable ? original : null}
            findings={shown}
            selection={selection}
            heat={heat}
            setHeat={setHeat}
            boxes={boxes}
            setBoxes={setBoxes}
            text={text}
            setText={setText}
          />
        ) : (
          <Progress exhibit={exhibit} />
        )}
      </section>
      <aside className="panel">
        <div className="judgement">
          {page ? null : <ExhibitStatusTag status={exhibit.status} />}
          {exhibit.review ? <CountedVerdict exhibit={exhibit} /> : null}
          {verdict && exhibit.review ? (
            <span className="muted">{say(words.systemSays, { verdict: say(verdictWords[verdict]) })}</span>
          ) : verdict ? (
            <VerdictChip verdict={verdict} />
          ) : null}
          {page && !page.voice && page.verdict !== 'unreadable' ? (
            <span className="labelled">
              <span className="muted">{say(words.probability)}</span>
              <Probability value={page.forgeryProbability} />
            </span>
          ) : null}
        </div>
        <PageSwitch pages={exhibit.pages} current={page?.page ?? 1} turnTo={turnTo} />
        {page ? (
          <>
            <h2>
              {say(words.findings)} <span className="muted">{shown.length}</span>
            </h2>
            <FindingList
              findings={shown}
              selection={selection}
              nothing={page.voice ? words.nothingHeard : words.noFindings}
            />
            <p className="limits">{say(words.limits)}</p>
            {review}
            {page.codes.length > 0 ? <CodePanel codes={page.codes} /> : null}
            {page.signatures.length > 0 ? <SignaturePanel signatures={page.signatures} /> : null}
            {page.seals.length > 0 ? (
              <SealPanel page={page} orientation={exhibit.told?.orientation ?? 1} />
            ) : null}
            {page.reading && page.reading.lines.length > 0 ? <ReadingPanel reading={page.reading} /> : null}
          </>
        ) : (
          review
        )}
        <h2>
          {say(words.facts)}
          <Button
            size="small"
            type="link"
            icon={<DownloadOutlined />}
            href={original}
            download={exhibit.name}
          >
            {say(words.original)}
          </Button>
        </h2>
        <Facts exhibit={exhibit} page={page} />
        {page && !page.voice ? <p className="muted keys">{say(words.pageKeys)}</p> : null}
      </aside>
    </>
  );
}
