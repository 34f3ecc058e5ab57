import type { LocatedSeal } from '@jianzhen/detector-seal';
import { type DetectionOutcome, type DetectionRow, detectionTable, matchSeals } from '@jianzhen/evaluate';
import type { Region } from '@jianzhen/evidence';
import type { LoadedSealPage, SealSample } from './sets.ts';

/** What was found on a page against what is there. */
export function detectionOutcome(
  { file, part, slivers }: SealSample,
  { seals }: LoadedSealPage,
  found: readonly LocatedSeal[],
): DetectionOutcome {
  const outcome = matchSeals(
    { file, part },
    seals,
    found.map(({ region }) => region),
  );
  if (!slivers) return outcome;
  // What mostly lies beyond the picture is on nobody's list: it counts neither for nor against.
  const cut = new Set<Region>(found.filter(isSliver).map(({ region }) => region));
  return { ...outcome, falseSeals: outcome.falseSeals.filter((region) => !cut.has(region)) };
}

/** Less than half of the seal's own box lies in the picture. */
function isSliver({ region, ellipse }: LocatedSeal): boolean {
  const [sin, cos] = [Math.sin((ellipse.angle * Math.PI) / 180), Math.cos((ellipse.angle * Math.PI) / 180)];
  const whole =
    4 * Math.hypot(ellipse.rx * cos, ellipse.ry * sin) * Math.hypot(ellipse.rx * sin, ellipse.ry * cos);
  return region.width * region.height < 0.5 * whole;
}

const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));
const within = ({ low, high }: { low: number; high: number }) =>
  `${(100 * low).toFixed(1)} – ${(100 * high).toFixed(1)}`;

export const DETECTION_HEAD = [
  'part',
  'pages',
  'seals',
  'recall %',
  '95%',
  'precision %',
  '95%',
  'false seals',
  'overlap',
];

export const detectionCells = (row: DetectionRow): string[] => [
  row.part,
  String(row.pages),
  String(row.seals),
  percent(row.recall),
  row.recall === null ? '–' : within(row.recallInterval),
  percent(row.precision),
  row.precision === null ? '–' : within(row.precisionInterval),
  row.precision === null && row.seals > 0 ? '–' : String(row.falseSeals),
  row.meanOverlap === null ? '–' : row.meanOverlap.toFixed(3),
];

/** Metrics of the last line: by part, and the milliseconds that finding took a page. */
export function detectionMetrics(outcomes: readonly DetectionOutcome[], elapsed: readonly number[]) {
  const rows = detectionTable(outcomes);
  const sorted = [...elapsed].sort((a, b) => a - b);
  return {
    detection: Object.fromEntries(rows.map(({ part, ...row }) => [part, row])),
    locateMs: sorted[sorted.length >> 1] ?? null,
  };
}
