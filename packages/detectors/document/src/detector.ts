import type { Detector, DetectorReport } from '@jianzhen/evidence';
import { type PageInput, pageContext } from './context.ts';
import { cellMatrix, selectColumns } from './fusion/cells.ts';
import { alteredGroups, findings } from './fusion/findings.ts';
import { pageMask } from './fusion/mask.ts';
import { type DocumentModel, modelTrack, sigmoid } from './fusion/model.ts';
import { cellStatistics, signalStatistics } from './fusion/page.ts';
import { combine, STRUCTURAL } from './fusion/structure.ts';
import { scoreRows } from './fusion/trees.ts';
import type { SignalResult } from './signal.ts';
import { signals } from './signals/index.ts';

export interface SignalRun {
  readonly results: ReadonlyMap<string, SignalResult>;
  readonly timings: Readonly<Record<string, number>>;
}

/** How a page passes the signals: in this thread, or spread over several by whoever owns threads. */
export type SignalRunner = (input: PageInput) => SignalRun | Promise<SignalRun>;

/** A signal that cannot speak of the page: all statistics 0. */
const silent = (names: readonly string[]): SignalResult => ({
  map: null,
  statistics: Object.fromEntries(names.map((name) => [name, 0])),
  candidates: [],
});

/** Runs signals on a page: all of them, or those named. */
export function runSignals(input: PageInput, ids?: ReadonlySet<string>): SignalRun {
  const context = pageContext(input);
  const results = new Map<string, SignalResult>();
  const timings: Record<string, number> = {};
  for (const signal of signals) {
    if (ids && !ids.has(signal.id)) continue;
    const started = performance.now();
    results.set(signal.id, signal.applies(context) ? signal.run(context) : silent(signal.statisticNames));
    timings[signal.id] = performance.now() - started;
  }
  return { results, timings };
}

/** The detector of edited vouchers: signals, then one calibrated probability and one mask out of all of them. */
export function createDocumentDetector(
  model: DocumentModel,
  run: SignalRunner = runSignals,
): Detector<PageInput> {
  return {
    id: 'document',
    version: model.version,
    examine: async (input) => fuse(model, input, await run(input)),
  };
}

function fuse(model: DocumentModel, input: PageInput, { results, timings }: SignalRun): DetectorReport {
  const context = pageContext(input);
  const started = performance.now();
  const { width, height, track } = input.image;
  const fitted = model.tracks[modelTrack(track)];
  const cells = cellMatrix(context, results);
  const matrix = selectColumns(cells, fitted.cell.features);
  const cellScores = scoreRows(fitted.cell, matrix, cells.columns * cells.rows);
  const statistics = {
    ...signalStatistics(results),
    ...cellStatistics(cellScores, cells.columns, cells.rows),
  };
  const row = Float32Array.from(fitted.page.features, (name) => statistics[name] ?? 0);
  const pageScore = scoreRows(fitted.page, row, 1)[0]!;
  // A page drawn from a file's own text and lines was never captured: pixel forensics has no word on it.
  const fromPixels =
    track === 'render' ? 0 : sigmoid(fitted.calibration.slope * pageScore + fitted.calibration.offset);
  const candidates = [...results].flatMap(([signal, result]) =>
    result.candidates.map((candidate) => ({ signal, candidate })),
  );
  const structural = candidates
    .filter(({ signal }) => STRUCTURAL.has(signal))
    .map(({ candidate }) => candidate);
  const probability = combine(fromPixels, structural);
  const scores = cellScores.map(
    (score) => score * fitted.mask.cellWeight + pageScore * fitted.mask.pageWeight + fitted.mask.offset,
  );
  if (track === 'render') scores.fill(-8);
  const groups = alteredGroups(scores, cells.columns, { width, height });
  const mask = pageMask(scores, width, height, structural);
  const said = findings({
    probability,
    points: model.operatingPoints,
    groups,
    candidates,
    cell: fitted.cell,
    matrix,
  });
  return {
    findings: said,
    traces: [],
    forgeryProbability: probability,
    mask,
    statistics: { ...statistics, 'page.score': pageScore },
    timings: { ...timings, fusion: performance.now() - started },
  };
}
