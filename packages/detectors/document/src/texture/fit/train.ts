import { cellInputs, cellRatios } from '../cell-likelihood.ts';
import { windowMeans } from '../cell-signal.ts';
import { type HingeWeights, hinges, type LikelihoodModel, logLikelihoodRatio } from '../likelihood.ts';
import type { Sample } from './collect.ts';
import { fitLogistic, fitTail } from './logistic.ts';
import type { ModelPlan } from './models.ts';

const RIDGE = 5;

export function fitModel(plan: ModelPlan, samples: readonly Sample[]): LikelihoodModel {
  const items = samples
    .filter(({ op }) => op === 'none' || plan.operations.includes(op))
    .flatMap((sample) => (plan.kind === 'word' ? sample.words : sample.cells));
  const { deviations, context } = plan;
  const columns = 4 * deviations.length + 2 * context.length;
  const rows = new Float32Array(items.length * columns);
  const labels = Uint8Array.from(items, (item) => (item.edited ? 1 : 0));
  items.forEach((item, r) => {
    let at = r * columns;
    for (const name of deviations) for (const term of hinges(item.z[name]!)) rows[at++] = term;
    for (const name of context) {
      const value = item.context[name]!;
      rows[at++] = value;
      rows[at++] = value * value;
    }
  });
  const { weights, bias } = fitLogistic(rows, columns, labels, RIDGE);
  const edited = labels.reduce((sum, label) => sum + label, 0);
  const round = (value: number) => Number(value.toPrecision(5));
  const model = {
    deviations: Object.fromEntries(
      deviations.map((name, i) => [
        name,
        Array.from(weights.subarray(4 * i, 4 * i + 4), round) as unknown as HingeWeights,
      ]),
    ),
    context: Object.fromEntries(
      context.map((name, i) => {
        const at = 4 * deviations.length + 2 * i;
        return [name, [round(weights[at]!), round(weights[at + 1]!)] as const];
      }),
    ),
    bias: round(bias - Math.log(edited / (labels.length - edited))),
    tail: { start: 0, slope: 0 },
  };
  const tail = fitTail(
    plan.kind === 'word'
      ? Float64Array.from(
          items.filter((item) => !item.edited),
          (item) => logLikelihoodRatio(model, item.z, item.context),
        )
      : untouchedWindows(model, samples),
  );
  return { ...model, tail: { start: round(tail.start), slope: round(tail.slope) } };
}

/** Window means of untouched pages, windows apart. */
function untouchedWindows(model: LikelihoodModel, samples: readonly Sample[]): Float64Array {
  const means: number[] = [];
  for (const { measures } of samples) {
    if (!measures) continue;
    const { columns, rows } = measures;
    const plane = windowMeans(cellRatios(model, cellInputs(measures)), measures);
    for (let y = 1; y < rows; y += 3)
      for (let x = 3; x < columns; x += 7) means.push(plane[y * columns + x]!);
  }
  return Float64Array.from(means);
}
