import { calibrated, type Detector, type DetectorReport } from '@jianzhen/evidence';
import { type PageInput, pageContext } from './context.ts';
import { cellLayers, selectLayers } from './fusion/cells.ts';
import { alteredGroups, findings } from './fusion/findings.ts';
import { markedCells, pageMask } from './fusion/mask.ts';
import { type DocumentModel, modelTrack } from './fusion/model.ts';
import { cellStatistics, signalStatistics } from './fusion/page.ts';
import { combine, STRUCTURAL } from './fusion/structure.ts';
import { score } from './fusion/trees.ts';
import type { PageContext, SignalResult } from './signal.ts';
import { signals } from './signals/index.ts';

export interface SignalRun {
  /** The page with what was derived of it on the way. */
  readonly context: PageContext;
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

/**
 * Runs signals on a page: all of them, or those named.
 * @param afterEach called after each signal: what it took of memory is no longer needed then
 */
export function runSignals(input: PageInput, ids?: ReadonlySet<string>, afterEach?: () => void): SignalRun {
  const context = pageContext(input);
  const results = new Map<string, SignalResult>();
  const timings: Record<string, number> = {};
  for (const signal of signals) {
    if (ids && !ids.has(signal.id)) continue;
    const started = performance.now();
    results.set(signal.id, signal.applies(context) ? signal.run(context) : silent(signal.statisticNames));
    timings[signal.id] = performance.now() - started;
    afterEach?.();
  }
  return { context, results, timings };
}

/** The detector of edited vouchers: signals, then one calibrated probability and one mask out of all of them. */
export function createDocumentDetector(
  model: DocumentModel,
  run: SignalRunner = runSignals,
): Detector<PageInput> {
  return {
    id: 'document',
    version: model.version,
    examine: async (input) => fuse(model, await run(input)),
  };
}

function fuse(model: DocumentModel, { context, results, timings }: SignalRun): DetectorReport {
  const started = performance.now();
  const { width, height, track } = context.image;
  const fitted = model.tracks[modelTrack(track)];
  const cells = cellLayers(context, results);
  const planes = selectLayers(cells, fitted.cell.features);
  const cellScores = score(fitted.cell, planes, cells.columns * cells.rows);
  const statistics = {
    ...signalStatistics(results),
    ...cellStatistics(cellScores, cells.columns, cells.rows),
  };
  const page = fitted.page.features.map((name) => Float32Array.of(statistics[name] ?? 0));
  const pageScore = score(fitted.page, page, 1)[0]!;
  // A page drawn from a file's own text and lines was never captured: pixel forensics has no word on it.
  const fromPixels = track === 'render' ? 0 : calibrated(fitted.calibration, pageScore);
  const candidates = [...results].flatMap(([signal, result]) =>
    result.candidates.map((candidate) => ({ signal, candidate })),
  );
  const structural = candidates
    .filter(({ signal }) => STRUCTURAL.has(signal))
    .map(({ candidate }) => candidate);
  const probability = combine(fromPixels, structural);
  const scores = markedCells(cellScores, fitted.mask, {
    top: statistics['cells.top-0.1%'],
    probability: fromPixels,
    suspicious: model.operatingPoints.suspicious,
  });
  const groups = alteredGroups(scores, cells.columns, { width, height });
  const mask = pageMask(scores, width, height, structural);
  const said = findings({
    probability,
    points: model.operatingPoints,
    groups,
    candidates,
    cell: fitted.cell,
    planes,
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
