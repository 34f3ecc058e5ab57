// FTRL-Proximal with per-coordinate rates and L1: McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1.
import { seeded } from './random.ts';

/** A sparse matrix by rows: row r has `slots[starts[r]]` up to `slots[starts[r + 1]]`, that one not, with their values. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
  readonly values: Float32Array;
  /** 0 or 1 a row. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface FtrlOptions {
  /** Slots are below 2^bits. */
  readonly bits: number;
  readonly alpha: number;
  readonly beta: number;
  readonly l1: number;
  readonly l2: number;
  readonly epochs: number;
  readonly seed: number;
}

/** A logistic regression. */
export interface Linear {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** Log-odds of a row. */
export function scoreRow({ bias, weights }: Linear, rows: SparseRows, r: number): number {
  let sum = bias;
  for (let i = rows.starts[r]!; i < rows.starts[r + 1]!; i++)
    sum += weights[rows.slots[i]!]! * rows.values[i]!;
  return sum;
}

function meanLoss(model: Linear, rows: SparseRows): number {
  let loss = 0;
  let total = 0;
  for (let r = 0; r < rows.labels.length; r++) {
    const score = scoreRow(model, rows, r);
    const signed = rows.labels[r] ? score : -score;
    loss += rows.weights[r]! * (Math.max(-signed, 0) + Math.log1p(Math.exp(-Math.abs(signed))));
    total += rows.weights[r]!;
  }
  return loss / total;
}

/** Fits log-odds of label 1 on the chosen rows; with `held`, epochs end when its loss no longer falls. Deterministic for a seed. */
export function fitFtrl(
  rows: SparseRows,
  chosen: Uint32Array,
  options: FtrlOptions,
  held?: SparseRows,
): Linear & { readonly epochs: number; readonly loss: number } {
  const size = 2 ** options.bits;
  const { alpha, beta, l1, l2 } = options;
  const z = new Float64Array(size + 1);
  /** Square roots of the sums of squared gradients. */
  const root = new Float64Array(size + 1);
  const weights = new Float64Array(size + 1);
  const update = (slot: number, gradient: number) => {
    const next = Math.sqrt(root[slot]! * root[slot]! + gradient * gradient);
    const value = z[slot]! + gradient - ((next - root[slot]!) / alpha) * weights[slot]!;
    z[slot] = value;
    root[slot] = next;
    weights[slot] =
      Math.abs(value) <= l1 ? 0 : (Math.sign(value) * l1 - value) / ((beta + next) / alpha + l2);
  };
  const order = chosen.slice();
  const random = seeded(options.seed);
  const current = (): Linear => ({
    bias: weights[size]!,
    weights: Float32Array.from(weights.subarray(0, size)),
  });
  let best: (Linear & { epochs: number; loss: number }) | null = null;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const r of order) {
      let score = weights[size]!;
      for (let i = rows.starts[r]!; i < rows.starts[r + 1]!; i++)
        score += weights[rows.slots[i]!]! * rows.values[i]!;
      const error = (1 / (1 + Math.exp(-score)) - rows.labels[r]!) * rows.weights[r]!;
      for (let i = rows.starts[r]!; i < rows.starts[r + 1]!; i++)
        update(rows.slots[i]!, error * rows.values[i]!);
      update(size, error);
    }
    const model = current();
    const loss = held ? meanLoss(model, held) : 0;
    if (best && held && loss >= best.loss) break;
    best = { ...model, epochs: epoch, loss };
  }
  return best!;
}
