/** A pair of pages: what was measured of it, and whether both are of one template. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly same: boolean;
}

export type Weights = Readonly<Record<string, number>>;

/** Pull of the weights towards 0, in examples. */
const RIDGE = 0.3;
const ROUNDS = 60;

export const logit = (weights: Weights, features: Readonly<Record<string, number>>): number =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name]!, 0);

/**
 * Logistic regression by Newton's method (Hastie, Tibshirani, Friedman 2009, §4.4.1).
 * @param shares weight of each example; in all as many as there are examples
 */
export function fitLogistic(examples: readonly Example[], shares = balanced(examples)): Weights {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map(({ features }) => names.map((name) => features[name]!));
  const weights = names.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const system = names.map((_, j) => {
      const row = names.map((_, k) => (j === k ? RIDGE : 0));
      return [...row, -RIDGE * weights[j]!];
    });
    rows.forEach((row, i) => {
      const odds = row.reduce((sum, value, j) => sum + value * weights[j]!, 0);
      const p = 1 / (1 + Math.exp(-odds));
      const error = shares[i]! * (Number(examples[i]!.same) - p);
      const curve = shares[i]! * Math.max(1e-6, p * (1 - p));
      for (let j = 0; j < row.length; j++) {
        const own = system[j]!;
        const weighted = curve * row[j]!;
        for (let k = j; k < row.length; k++) own[k]! += weighted * row[k]!;
        own[row.length]! += error * row[j]!;
      }
    });
    for (let j = 0; j < names.length; j++) for (let k = 0; k < j; k++) system[j]![k] = system[k]![j]!;
    const step = solved(system);
    step.forEach((value, j) => {
      weights[j]! += value;
    });
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return Object.fromEntries(names.map((name, j) => [name, weights[j]!]));
}

/** Both classes weigh the same in all. */
export function balanced(examples: readonly Example[]): number[] {
  const positives = examples.filter(({ same }) => same).length;
  return examples.map(({ same }) => examples.length / 2 / (same ? positives : examples.length - positives));
}

/** Gauss–Jordan elimination of a positive definite system with its right side as last column. */
function solved(system: number[][]): number[] {
  for (let i = 0; i < system.length; i++)
    for (let r = 0; r < system.length; r++) {
      if (r === i) continue;
      const factor = system[r]![i]! / system[i]![i]!;
      for (let c = i; c <= system.length; c++) system[r]![c]! -= factor * system[i]![c]!;
    }
  return system.map((row, i) => row[system.length]! / row[i]!);
}
