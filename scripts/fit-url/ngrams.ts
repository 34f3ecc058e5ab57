// FTRL-Proximal with per-coordinate rates and L1: McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1.
import { linkSlots, share } from '@jianzhen/detector-qr';
import { seeded } from '@jianzhen/learn';
import type { WeightedLink } from './weigh.ts';

/** Rows in compressed form: row r has slots[starts[r] .. starts[r + 1]] with their values. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

function grown<T extends Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

export function rowsOf(samples: readonly WeightedLink[], bits: number): Rows {
  const starts = new Uint32Array(samples.length + 1);
  let slots = new Uint32Array(64 * samples.length);
  let values = new Float32Array(slots.length);
  let at = 0;
  samples.forEach(({ link }, r) => {
    for (const field of Object.values(linkSlots(link, bits))) {
      if (at + field.length > slots.length) {
        slots = grown(slots, new Uint32Array(2 * slots.length));
        values = grown(values, new Float32Array(2 * values.length));
      }
      slots.set(field, at);
      values.fill(share(field.length), at, at + field.length);
      at += field.length;
    }
    starts[r + 1] = at;
  });
  return {
    starts,
    slots: slots.slice(0, at),
    values: values.slice(0, at),
    labels: Uint8Array.from(samples, ({ label }) => label),
    weights: Float32Array.from(samples, ({ weight }) => weight),
  };
}

export interface FtrlOptions {
  readonly bits: number;
  readonly alpha: number;
  readonly beta: number;
  readonly l1: number;
  readonly l2: number;
  readonly epochs: number;
  readonly seed: number;
}

export interface Linear {
  readonly bias: number;
  readonly weights: Float32Array;
}

export function scoreRow({ bias, weights }: Linear, rows: Rows, r: number): number {
  let sum = bias;
  for (let i = rows.starts[r]!; i < rows.starts[r + 1]!; i++)
    sum += weights[rows.slots[i]!]! * rows.values[i]!;
  return sum;
}

export function meanLoss(model: Linear, rows: Rows): number {
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

/** Fits on the chosen rows; after each epoch the loss on `held` decides whether to go on. Deterministic for a seed. */
export function fitFtrl(
  rows: Rows,
  chosen: Uint32Array,
  options: FtrlOptions,
  held?: Rows,
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
