// A. Graves, S. Fernández, F. Gomez, J. Schmidhuber, "Connectionist Temporal Classification" (ICML 2006), section 3.2, best path
// decoding: the most probable class of every step, repeats joined, blanks (class 0) left out.

export interface DecodedCharacter {
  readonly text: string;
  /** Highest probability among its steps, 0–1. */
  readonly confidence: number;
  /** Middle of its steps, weighted by probability, as a share of the input's width, 0–1. */
  readonly at: number;
  /** Other classes at its surest step, most probable first. */
  readonly alternatives: readonly { readonly text: string; readonly confidence: number }[];
}

/** Above this, nothing else can be meant. */
const SURE = 0.97;
const LEAST_ALTERNATIVE = 0.01;
const MOST_ALTERNATIVES = 3;

/** Steps in a row of one class. */
interface Run {
  readonly best: number;
  /** Highest probability, and the step that has it. */
  peak: number;
  step: number;
  moment: number;
  mass: number;
}

/** @param probabilities steps × classes, each row summing to 1 */
export function bestPath(
  probabilities: Float32Array,
  steps: number,
  dictionary: readonly string[],
): DecodedCharacter[] {
  const classes = dictionary.length;
  const runs: Run[] = [];
  for (let step = 0; step < steps; step++) {
    const row = probabilities.subarray(step * classes, (step + 1) * classes);
    // What has more than half is the most probable; most steps are blank, and there are thousands of classes.
    const best = row[0] > 0.5 ? 0 : argmax(row);
    const value = row[best];
    if (runs.at(-1)?.best !== best) runs.push({ best, peak: 0, step, moment: 0, mass: 0 });
    const run = runs.at(-1)!;
    if (value > run.peak) [run.peak, run.step] = [value, step];
    run.moment += value * (step + 0.5);
    run.mass += value;
  }
  return runs
    .filter(({ best }) => best !== 0)
    .map(({ best, peak, step, moment, mass }) => {
      const row = probabilities.subarray(step * classes, (step + 1) * classes);
      return {
        text: dictionary[best],
        confidence: peak,
        at: moment / mass / steps,
        alternatives: peak > SURE ? [] : alternatives(row, best, dictionary),
      };
    });
}

function argmax(row: Float32Array): number {
  let best = 0;
  let most = row[0];
  for (let i = 1; i < row.length; i++) {
    const value = row[i];
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
}

function alternatives(row: Float32Array, best: number, dictionary: readonly string[]) {
  const found: { text: string; confidence: number }[] = [];
  for (let i = 1; i < row.length; i++) {
    if (i !== best && row[i] >= LEAST_ALTERNATIVE) found.push({ text: dictionary[i], confidence: row[i] });
  }
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_ALTERNATIVES);
}
