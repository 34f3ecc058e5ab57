import { AMONG_PRINT, CELL_FEATURES, type CellFeature, type CellMeasures, PROXIMITIES } from './cells.ts';
import { cellDeviations, surroundingCounts } from './deviations.ts';
import { type LikelihoodModel, weighHinges } from './likelihood.ts';
import { WINDOWS, windowCounts, windowed } from './windows.ts';

/** What a cell's likelihood ratio is made of, a plane each: deviations by `feature.window`, and context by name. */
export interface CellInputs {
  readonly deviations: ReadonlyMap<string, Float32Array>;
  readonly context: ReadonlyMap<string, Float32Array>;
  /** 1 = among letters: deviations rest on few pixels amid ringing there, and are weighed apart from those on open paper. */
  readonly print: Uint8Array;
}

const INPUT_NAMES = CELL_FEATURES.flatMap((feature) => WINDOWS.map((window) => `${feature}.${window}`));
/** Names of the weights: each deviation on open paper and among letters. */
export const DEVIATION_NAMES: readonly string[] = ['open', 'print'].flatMap((place) =>
  INPUT_NAMES.map((name) => `${place}.${name}`),
);
const PROXIMITY_NAMES = Array.from({ length: PROXIMITIES }, (_, p) => `proximity${p}`);
export const CONTEXT_NAMES: readonly string[] = ['brightness', ...PROXIMITY_NAMES];

export function cellInputs(measures: CellMeasures): CellInputs {
  const { proximity, brightness } = measures;
  const deviations = new Map<string, Float32Array>();
  const bare = knownCells(measures, 'fine');
  const coarse = knownCells(measures, 'coarse');
  for (const feature of CELL_FEATURES) {
    const { counts, surroundings } = feature === 'coarse' ? coarse : bare;
    const cells = cellDeviations(measures, feature, counts.known, surroundings);
    const planes = windowed(cells, counts, measures);
    WINDOWS.forEach((window, k) => {
      deviations.set(`${feature}.${window}`, planes[k]!);
    });
  }
  const context = new Map([['brightness', brightness.map((value) => value / 50)]]);
  PROXIMITY_NAMES.forEach((name, p) => {
    const plane = new Float32Array(proximity.length);
    for (let i = 0; i < plane.length; i++) if (proximity[i] === p) plane[i] = 1;
    context.set(name, plane);
  });
  return { deviations, context, print: proximity.map((p) => (p < AMONG_PRINT ? 0 : 1)) };
}

function knownCells(measures: CellMeasures, feature: CellFeature) {
  const values = measures.values[feature];
  const known = new Float32Array(values.length);
  for (let i = 0; i < known.length; i++) if (!Number.isNaN(values[i]!)) known[i] = 1;
  return { counts: windowCounts(known, measures), surroundings: surroundingCounts(known, measures) };
}

/** The model's log-likelihood ratio of every cell. */
export function cellRatios(model: LikelihoodModel, { deviations, context, print }: CellInputs): Float32Array {
  const out = new Float32Array(print.length).fill(model.bias);
  for (const [name, plane] of deviations) {
    const open = model.deviations[`open.${name}`]!;
    const among = model.deviations[`print.${name}`]!;
    for (let i = 0; i < out.length; i++) out[i]! += weighHinges(print[i] === 0 ? open : among, plane[i]!);
  }
  for (const [name, [linear, square]] of Object.entries(model.context)) {
    const plane = context.get(name)!;
    for (let i = 0; i < out.length; i++) out[i]! += linear * plane[i]! + square * plane[i]! * plane[i]!;
  }
  return out;
}

/** One cell's inputs by the names of the weights; those of the other place are 0. */
export function inputsOfCell({ deviations, context, print }: CellInputs, cell: number) {
  const z = Object.fromEntries(DEVIATION_NAMES.map((name) => [name, 0]));
  for (const [name, plane] of deviations) z[`${print[cell] === 0 ? 'open' : 'print'}.${name}`] = plane[cell]!;
  return { z, context: Object.fromEntries([...context].map(([name, plane]) => [name, plane[cell]!])) };
}
