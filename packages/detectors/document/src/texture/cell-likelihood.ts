import { CELL_FEATURES, type CellMeasures, PROXIMITIES } from './cells.ts';
import { cellDeviations } from './deviations.ts';
import { type LikelihoodModel, weighHinges } from './likelihood.ts';
import { WINDOWS, windowed } from './windows.ts';

/** Inputs of a cell's likelihood ratio: planes of deviations by `feature.window`, and of context by name. */
export interface CellInputs {
  readonly deviations: ReadonlyMap<string, Float32Array>;
  readonly context: ReadonlyMap<string, Float32Array>;
}

export const DEVIATION_NAMES: readonly string[] = CELL_FEATURES.flatMap((feature) =>
  WINDOWS.map((window) => `${feature}.${window}`),
);
const PROXIMITY_NAMES = Array.from({ length: PROXIMITIES }, (_, p) => `proximity${p}`);
export const CONTEXT_NAMES: readonly string[] = ['brightness', ...PROXIMITY_NAMES];

export function cellInputs(measures: CellMeasures): CellInputs {
  const deviations = new Map<string, Float32Array>();
  for (const feature of CELL_FEATURES) {
    const known = measures.values[feature].map((value) => (Number.isNaN(value) ? 0 : 1));
    const planes = windowed(cellDeviations(measures, feature), known, measures);
    WINDOWS.forEach((window, k) => {
      deviations.set(`${feature}.${window}`, planes[k]!);
    });
  }
  const context = new Map<string, Float32Array>([
    ['brightness', measures.brightness.map((value) => value / 50)],
  ]);
  PROXIMITY_NAMES.forEach((name, p) => {
    const plane = new Float32Array(measures.proximity.length);
    for (let i = 0; i < plane.length; i++) if (measures.proximity[i] === p) plane[i] = 1;
    context.set(name, plane);
  });
  return { deviations, context };
}

/** The model's log-likelihood ratio of every cell. */
export function cellRatios(model: LikelihoodModel, inputs: CellInputs, size: number): Float32Array {
  const out = new Float32Array(size).fill(model.bias);
  for (const [name, weights] of Object.entries(model.deviations)) {
    const plane = inputs.deviations.get(name)!;
    for (let i = 0; i < size; i++) out[i]! += weighHinges(weights, plane[i]!);
  }
  for (const [name, [linear, square]] of Object.entries(model.context)) {
    const plane = inputs.context.get(name)!;
    for (let i = 0; i < size; i++) out[i]! += linear * plane[i]! + square * plane[i]! * plane[i]!;
  }
  return out;
}
