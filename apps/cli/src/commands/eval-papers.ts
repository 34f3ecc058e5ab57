import { interpretPage, openReader } from '@jianzhen/detector-papers';
import {
  evaluateTemplates,
  fieldTable,
  type PaperOutcome,
  type PaperRow,
  paperIntervals,
  paperMetrics,
  paperOutcome,
  paperTable,
} from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import { decodeImage } from '@jianzhen/raster';
import type { FaceSet } from '@jianzhen/simulate';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { measureAll } from './measure-all.ts';
import { generatedPapers, listedPapers, type PaperSample, sroiePapers } from './papers-set.ts';
import { simulatedPages, templateTools } from './template-set.ts';

export interface EvalPapersOptions {
  readonly json?: boolean;
  readonly manifest?: string;
  readonly sroie?: string;
  readonly seed: number;
  /** Genuine pages a kind, and pages a sort of contradiction, of the generated set. */
  readonly size: number;
  readonly faces: FaceSet;
}

const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));

const HEAD = [
  'part',
  'pages',
  'character error %',
  'fields exact %',
  'contradictions %',
  'false findings a page',
];

const cells = (row: PaperRow): string[] => [
  row.part,
  String(row.pages),
  row.characterErrorRate === null ? '–' : (100 * row.characterErrorRate).toFixed(2),
  percent(row.fieldExact),
  percent(row.contradictionRecall),
  row.falseFindingsPerPage === null ? '–' : row.falseFindingsPerPage.toFixed(3),
];

async function samplesOf(options: EvalPapersOptions): Promise<PaperSample[]> {
  if (options.manifest) return listedPapers(options.manifest);
  return options.sroie ? sroiePapers(options.sroie) : generatedPapers(options);
}

/** `jianzhen eval papers`: a labelled set past reader, fields and checks; metrics as the last line. */
export async function evalPapers(options: EvalPapersOptions): Promise<Status> {
  const samples = await samplesOf(options);
  const reader = await openReader();
  const measure = async ({ file, load, ...labels }: PaperSample): Promise<PaperOutcome> => {
    const { bytes, truth, context, compare } = await load();
    const { lines, ...page } = await reader.read(await decodeImage(bytes));
    const reading = interpretPage({ lines, ...page }, context);
    const outcome = paperOutcome(truth, { ...reading, lines }, { file, ...labels });
    return compare ? { ...outcome, fields: compare(reading.fields) } : outcome;
  };
  const outcomes: PaperOutcome[] = [];
  const unreadable = await measureAll(samples, options.json, measure, (outcome) => {
    outcomes.push(outcome);
    return outcome;
  });
  const intervals = paperIntervals(outcomes);
  const fields = fieldTable(outcomes);
  if (!options.json) {
    console.log(table(HEAD, paperTable(outcomes).map(cells)));
    console.log(
      table(
        ['field', 'pages', 'exact %'],
        fields.map(({ field, count, exact }) => [field, String(count), percent(exact)]),
      ),
    );
    for (const [name, interval] of Object.entries(intervals))
      if (interval)
        console.log(`95% interval of ${name}: ${interval.low.toFixed(4)} – ${interval.high.toFixed(4)}`);
  }
  const exact = Object.fromEntries(fields.map((row) => [row.field, row.exact]));
  writeLine({
    ...paperMetrics(outcomes),
    ...(await templateMetrics(options)),
    ...(options.sroie ? { exact } : {}),
    intervals,
    unreadable,
  });
  return unreadable ? Status.unreadable : Status.done;
}

/** Forms and pages of each: a tenth of what `bench -- templates-recall` takes, so that they cost a minute. */
const TEMPLATES = { templates: 100, fills: 8 } as const;

/** Templates are measured on a simulated set of their own; null beside a labelled set that was given. */
async function templateMetrics({ manifest, sroie, seed, faces }: EvalPapersOptions) {
  if (manifest || sroie) return { templateRecallAt1ppm: null };
  const pages = simulatedPages({ ...TEMPLATES, seed: `eval ${seed}`, pool: faces });
  const tools = templateTools();
  const { templateRecallAt1ppm, interval } = await evaluateTemplates(pages, tools, { random: seeded(seed) });
  return { templateRecallAt1ppm, templateInterval: interval };
}
