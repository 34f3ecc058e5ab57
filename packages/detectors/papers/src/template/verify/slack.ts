// A page photographed askew shortens and turns what moved down on it: a band that was moved lies a little beside and slants a
// little against the place that the page's map gives it. The more it moved, the more so, and only so far.

import type { Anchors, Pairs } from './anchors.ts';
import type { Bands } from './bands.ts';
import { NormalEquations } from './normal-equations.ts';

/** What is left of each pair's distance once its band was moved: along the other page's text, and down from it. */
export interface Residuals {
  readonly along: Float64Array;
  readonly down: Float64Array;
}

/** Residual in sizes of pairs that a band is fitted to, and their usual scatter. */
const NEAR = 0.9;
const SCATTER = 0.08;
/** What perspective does to a move, in shares of it: sideways, in its amount, and from one edge of the page to the other. */
const SIDEWAYS = 0.05;
const AMOUNT = 0.05;
const SLANT = 0.06;

/** Offsets of pairs from their places, bands moved and fitted. */
export function settled(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  { moved }: Pick<Bands, 'moved'>,
  { along, down }: Residuals,
): Residuals {
  const out = { along: Float64Array.from(along), down: Float64Array.from(down) };
  const bands = new Map<number, number[]>();
  for (let k = 0; k < pairs.a.length; k++) {
    const amount = moved[pairs.a[k]!]!;
    out.down[k] = down[k]! - amount;
    if (amount === 0) continue;
    const own = bands.get(amount);
    if (own) own.push(k);
    else bands.set(amount, [k]);
  }
  for (const [amount, own] of bands) settle(a, b, pairs, own, Math.abs(amount), out);
  return out;
}

function settle(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  own: readonly number[],
  amount: number,
  { along, down }: Residuals,
): void {
  const [sideways, downward] = [new NormalEquations(3), new NormalEquations(3)];
  const scatter = (SCATTER * b.usual) ** 2;
  const prior = (system: NormalEquations, constant: number) => {
    system.add(scatter / (constant * amount) ** 2, [1, 0, 0], 0);
    system.add(scatter / (SLANT * amount) ** 2, [0, 1, 0], 0);
    system.add(scatter / (SLANT * amount) ** 2, [0, 0, 1], 0);
  };
  prior(sideways, SIDEWAYS);
  prior(downward, AMOUNT);
  for (const k of own) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const square = (along[k]! ** 2 + down[k]! ** 2) / (NEAR * b.size[q]!) ** 2;
    if (square >= 1) continue;
    const weight = (1 - square) ** 2 * a.weight[p]!;
    const row = [1, a.x[p]!, a.y[p]!];
    sideways.add(weight, row, along[k]!);
    downward.add(weight, row, down[k]!);
  }
  const [dx, dy] = [sideways.solve(), downward.solve()];
  if (dx === null || dy === null) return;
  for (const k of own) {
    const p = pairs.a[k]!;
    along[k] = along[k]! - (dx[0]! + dx[1]! * a.x[p]! + dx[2]! * a.y[p]!);
    down[k] = down[k]! - (dy[0]! + dy[1]! * a.x[p]! + dy[2]! * a.y[p]!);
  }
}
