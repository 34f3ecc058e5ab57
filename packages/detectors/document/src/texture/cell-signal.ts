import type { Message } from '@jianzhen/evidence';
import { type Candidate, CELL, type PageContext, type SignalResult } from '../signal.ts';
import { cellInputs, cellRatios } from './cell-likelihood.ts';
import { type CellMeasures, cellMeasures } from './cells.ts';
import { isFlawless } from './flawless.ts';
import { type CellGroup, cellGroups } from './groups.ts';
import { type LikelihoodModel, logNumberOfFalseAlarms } from './likelihood.ts';
import { windowSum } from './windows.ts';
import { severityOf } from './word-signal.ts';

/** What a signal on cells of paper is made of. */
export interface CellSignal {
  readonly code: string;
  readonly model: LikelihoodModel;
  /** Deviations (`feature.window`) that the fusion gets as layers. */
  readonly layers: readonly string[];
  describe(group: CellGroup, measures: CellMeasures): { message: Message; values: Record<string, number> };
}

/**
 * `peak`: highest log-likelihood ratio of a cell; `worst`: of a window's mean; `second`: of a window away from it;
 * `margin`: between the two; `evidence`: −log10 of the worst window's number of false alarms; `group`: root of the ratios summed over the
 * heaviest connected group; `area`: its share of the page; `fill`: its share of its own box; `share`: page share of suspicious cells.
 */
export const CELL_STATISTICS = [
  'peak',
  'worst',
  'second',
  'margin',
  'evidence',
  'group',
  'area',
  'fill',
  'share',
] as const;

/** A window as small edits fill it: 7 × 3 cells. */
const WINDOW = { radiusX: 3, radiusY: 1, cells: 21 };
const SUSPICIOUS = 2;
const LEAST_GROUP = 6;
const MOST_CANDIDATES = 3;
const LIMIT = 12;

export function runCellSignal(signal: CellSignal, page: PageContext): SignalResult {
  const columns = Math.ceil(page.luma.width / CELL);
  const rows = Math.ceil(page.luma.height / CELL);
  if (columns < 4 || rows < 4 || isFlawless(page)) {
    return {
      map: { columns, rows, data: new Float32Array(columns * rows) },
      statistics: Object.fromEntries(CELL_STATISTICS.map((name) => [name, 0])),
      candidates: [],
    };
  }
  const measures = cellMeasures(page);
  const inputs = cellInputsOf(page);
  const data = cellRatios(signal.model, inputs).map((ratio) => Math.max(-LIMIT, Math.min(LIMIT, ratio)));
  const means = windowMeans(data, measures);
  const groups = cellGroups(means, columns, SUSPICIOUS);
  return {
    map: { columns, rows, data },
    layers: Object.fromEntries(signal.layers.map((name) => [name, inputs.deviations.get(name)!])),
    statistics: statisticsOf(signal.model, data, means, groups, measures),
    candidates: candidatesOf(signal, means, groups, measures, page),
  };
}

const inputCache = new WeakMap<PageContext, ReturnType<typeof cellInputs>>();

function cellInputsOf(page: PageContext): ReturnType<typeof cellInputs> {
  const known = inputCache.get(page) ?? cellInputs(cellMeasures(page));
  inputCache.set(page, known);
  return known;
}

export function windowMeans(data: Float32Array, grid: Pick<CellMeasures, 'columns' | 'rows'>): Float32Array {
  return windowSum(data, grid, WINDOW.radiusX, WINDOW.radiusY).map((sum) => sum / WINDOW.cells);
}

function statisticsOf(
  model: LikelihoodModel,
  data: Float32Array,
  means: Float32Array,
  groups: readonly CellGroup[],
  { columns, rows }: CellMeasures,
): Record<string, number> {
  let at = 0;
  for (let i = 1; i < means.length; i++) if (means[i]! > means[at]!) at = i;
  const worst = means[at]!;
  let second = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < means.length; i++) {
    const farX = Math.abs((i % columns) - (at % columns)) > 4 * WINDOW.radiusX;
    const farY = Math.abs(Math.floor(i / columns) - Math.floor(at / columns)) > 4 * WINDOW.radiusY;
    if ((farX || farY) && means[i]! > second) second = means[i]!;
  }
  if (!Number.isFinite(second)) second = worst;
  const group = groups[0];
  return {
    peak: data.reduce((a, b) => Math.max(a, b)),
    worst,
    second,
    margin: worst - second,
    evidence: -logNumberOfFalseAlarms(model, worst, (columns * rows) / WINDOW.cells),
    group: group ? Math.sqrt(group.weight) : 0,
    area: group ? group.cells / (columns * rows) : 0,
    fill: group ? group.cells / ((group.right - group.left) * (group.bottom - group.top)) : 0,
    share: data.reduce((n, ratio) => n + (ratio > SUSPICIOUS ? 1 : 0), 0) / data.length,
  };
}

function candidatesOf(
  signal: CellSignal,
  means: Float32Array,
  groups: readonly CellGroup[],
  measures: CellMeasures,
  page: PageContext,
): Candidate[] {
  const { width, height } = page.luma;
  return groups
    .filter((group) => group.cells >= LEAST_GROUP)
    .slice(0, MOST_CANDIDATES)
    .map((group): Candidate => {
      let worst = 0;
      for (let y = group.top; y < group.bottom; y++) {
        for (let x = group.left; x < group.right; x++)
          worst = Math.max(worst, means[y * measures.columns + x]!);
      }
      const logNfa = logNumberOfFalseAlarms(signal.model, worst, means.length / WINDOW.cells);
      const x = group.left * CELL;
      const y = group.top * CELL;
      const region = {
        x,
        y,
        width: Math.min(width, group.right * CELL) - x,
        height: Math.min(height, group.bottom * CELL) - y,
      };
      return {
        code: signal.code,
        severity: severityOf(logNfa),
        region,
        logNfa,
        ...signal.describe(group, measures),
      };
    });
}
