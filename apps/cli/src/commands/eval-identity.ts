import { interpretPage, openReader } from '@jianzhen/detector-papers';
import { inOrder } from '@jianzhen/engine';
import { type IdentityOutcome, identityMetrics, identityTable, type Share } from '@jianzhen/evaluate';
import { decodeImage } from '@jianzhen/raster';
import {
  createRandom,
  type FaceSet,
  makePaper,
  makeRecords,
  type PaperRequest,
  paperName,
  planPersonalPapers,
} from '@jianzhen/simulate';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { progress, table } from '../output/terminal.ts';
import { Status } from '../status.ts';

export interface EvalIdentityOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Genuine pages a kind. */
  readonly size: number;
  readonly faces: FaceSet;
}

const HEAD = ['part', 'pages', 'records', 'found %', '95%', 'false a page', 'pages with one %', '95%'];

const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));
const range = ({ interval }: Share) =>
  interval ? `${percent(interval.low)} – ${percent(interval.high)}` : '–';

/** `jianzhen eval identity`: genuine papers, each read once and held against records that fit it or differ in one thing. */
export async function evalIdentity(options: EvalIdentityOptions): Promise<Status> {
  const requests = planPersonalPapers(options);
  const reader = await openReader();
  const measure = async (request: PaperRequest): Promise<IdentityOutcome[]> => {
    const { file, truth, context } = await makePaper(request);
    const page = await reader.read(await decodeImage(file));
    const random = createRandom(request.seed, 'records', request.kind);
    return makeRecords(truth.fields, random).map(({ sort, differs, identity }) => ({
      page: paperName(request),
      kind: request.kind,
      capture: request.capture,
      sort,
      differs,
      told: interpretPage(page, { ...context, identities: [identity] }).findings.flatMap(
        ({ code, values }) => (code === 'identity.mismatch' ? [String(values?.subject)] : []),
      ),
    }));
  };
  const bar = progress(requests.length);
  const outcomes: IdentityOutcome[] = [];
  let unreadable = 0;
  for await (const { input, outcome } of inOrder(requests, 1, measure)) {
    bar.advance();
    if ('error' in outcome) {
      unreadable++;
      if (options.json) writeLine(errorLine(paperName(input), outcome.error));
      else console.error(errorForPeople(paperName(input), outcome.error));
      continue;
    }
    outcomes.push(...outcome.value);
    if (options.json) for (const line of outcome.value) writeLine(line);
  }
  bar.stop();
  if (!options.json)
    console.log(
      table(
        HEAD,
        identityTable(outcomes).map((row) => [
          row.part,
          String(row.pages),
          String(row.records),
          percent(row.recall.share),
          range(row.recall),
          row.falseFindingsPerPage === null ? '–' : row.falseFindingsPerPage.toFixed(4),
          percent(row.pagesWithFalseFindings.share),
          range(row.pagesWithFalseFindings),
        ]),
      ),
    );
  writeLine({ ...identityMetrics(outcomes), unreadable });
  return unreadable ? Status.unreadable : Status.done;
}
