import { inspectTypography, openReader, openTypographyNetwork } from '@jianzhen/detector-papers';
import { typographyNetwork } from '@jianzhen/engine';
import { type TypographyOutcome, type TypographyRow, typographyTable } from '@jianzhen/evaluate';
import { decodeImage } from '@jianzhen/raster';
import {
  type FaceSet,
  listSources,
  RETYPED_CAPTURES,
  type Retyped,
  type RetypedSpec,
  renderedSpecs,
  type Split,
  scannedSpec,
  wearHeldFaces,
} from '@jianzhen/simulate';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';
import { measureAll } from './measure-all.ts';

export interface EvalRetypedOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Seeds, each of 44 rendered pages. */
  readonly size: number;
  /** `reported`: pages drawn, and retyped, in faces that nothing was tuned on. */
  readonly faces: FaceSet;
  /** Folder with `sroie/` and `funsd/`; without it only rendered pages are measured. */
  readonly documents?: string;
  readonly splits: readonly Split[];
}

const HEAD = [
  'subset',
  'retyped',
  'genuine',
  'AUC',
  'found at 2% false alarms %',
  '95%',
  'shown %',
  'shown falsely %',
  'on the spot %',
];

const percent = (share: number) => (Number.isNaN(share) ? '–' : (100 * share).toFixed(1));
const cells = (row: TypographyRow): string[] => [
  row.subset,
  String(row.retyped),
  String(row.genuine),
  Number.isNaN(row.auc) ? '–' : row.auc.toFixed(3),
  percent(row.tprAt2Fpr),
  `${percent(row.interval.low)}–${percent(row.interval.high)}`,
  percent(row.shown),
  percent(row.shownFalsely),
  percent(row.located),
];

interface Sample {
  readonly file: string;
  readonly spec: RetypedSpec;
  readonly isRetyped: boolean;
}

function samplesOf({ seed, size, faces, documents, splits }: EvalRetypedOptions): Sample[] {
  const prefix = faces === 'reported' ? 'held' : 'tuning';
  const scans = documents ? splits.flatMap((split) => listSources(documents, split)) : [];
  return [
    ...renderedSpecs(prefix, size, seed),
    ...scans.map((source, i) => scannedSpec(source, RETYPED_CAPTURES[i % RETYPED_CAPTURES.length]!)),
  ].flatMap((spec) => [
    { file: spec.name, spec, isRetyped: false },
    { file: `${spec.name} retyped`, spec, isRetyped: true },
  ]);
}

/**
 * `jianzhen eval papers --retyped`: pages with figures typed over, and their genuine twins, judged by typography alone; metrics as the last
 * line. A page that offers no figure to retype has no retyped twin.
 */
export async function evalRetyped(options: EvalRetypedOptions): Promise<Status> {
  const { faces } = options;
  const wardrobe = faces === 'reported' ? 'held' : 'tuning';
  if (faces === 'reported') wearHeldFaces();
  const samples = samplesOf(options);
  const reader = await openReader();
  const network = await openTypographyNetwork(typographyNetwork, { threads: 2 });
  const measure = async ({ spec, isRetyped }: Sample): Promise<TypographyOutcome | null> => {
    const { file, edits } = await spec.make(isRetyped ? wardrobe : null, isRetyped ? 'f0' : '');
    if (isRetyped && edits.length === 0) return null;
    const image = await decodeImage(file);
    const { findings, probability } = await inspectTypography(image, await reader.read(image), network);
    const isOnSpot = findings.some(({ region }) => region && edits.some(({ box }) => overlap(region, box)));
    return {
      label: isRetyped ? 1 : 0,
      probability,
      shown: findings.length > 0,
      hit: isRetyped ? isOnSpot : null,
      set: spec.set,
      capture: spec.capture,
      deviation: edits[0]?.deviation ?? '',
    };
  };
  const outcomes: TypographyOutcome[] = [];
  const unreadable = await measureAll(samples, options.json, measure, (outcome, { file }) => {
    if (!outcome) return null;
    outcomes.push(outcome);
    return { file, ...outcome };
  });
  const [all, ...rows] = typographyTable(outcomes);
  if (!options.json && all) console.log(table(HEAD, [all, ...rows].map(cells)));
  writeLine({ ...all, subset: undefined, unreadable });
  return unreadable ? Status.unreadable : Status.done;
}

type Box = Retyped['box'];
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
