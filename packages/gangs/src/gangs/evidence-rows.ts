import { offsetsOf, orderByRow } from '../graph/rows.ts';
import { GrowingInts } from '../ids/growing.ts';

/** For cases, what speaks for their being of groups: a row a case, an entry a group. */
export interface Evidence {
  readonly offsets: Int32Array;
  readonly group: Int32Array;
  /** Natural logarithm of a likelihood ratio, above 0. */
  readonly value: Float64Array;
  /** The part of it that is of actors' traces. */
  readonly actor: Float64Array;
}

/** Collects what single traces say, and sums it up by case. */
export class EvidenceRows {
  readonly #case = new GrowingInts(1 << 14);
  readonly #group = new GrowingInts(1 << 14);
  readonly #family = new GrowingInts(1 << 14);
  readonly #values: number[] = [];

  push(id: number, group: number, family: number, value: number): void {
    this.#case.push(id);
    this.#group.push(group);
    this.#family.push(family);
    this.#values.push(value);
  }

  /** Traces of one family come together of themselves: the strongest of a family counts, and families are added. */
  sum(cases: number, isActor: (family: number) => boolean): Evidence {
    const [groupOf, familyOf, values] = [this.#group.view(), this.#family.view(), this.#values];
    const offsets = offsetsOf(this.#case.view(), cases);
    const order = orderByRow(this.#case.view(), offsets);
    const starts = new Int32Array(cases + 1);
    const group = new GrowingInts(1 << 14);
    const total: number[] = [];
    const actor: number[] = [];
    for (let id = 0; id < cases; id++) {
      const rows = order.subarray(offsets[id]!, offsets[id + 1]!);
      if (rows.length > 1)
        rows.sort(
          (a, b) => groupOf[a]! - groupOf[b]! || familyOf[a]! - familyOf[b]! || values[b]! - values[a]!,
        );
      let lastGroup = -1;
      let lastFamily = -1;
      for (const row of rows) {
        if (groupOf[row] !== lastGroup) {
          group.push(groupOf[row]!);
          total.push(0);
          actor.push(0);
          lastFamily = -1;
        }
        if (familyOf[row] !== lastFamily) {
          total[total.length - 1]! += values[row]!;
          if (isActor(familyOf[row]!)) actor[actor.length - 1]! += values[row]!;
        }
        lastGroup = groupOf[row]!;
        lastFamily = familyOf[row]!;
      }
      starts[id + 1] = group.length;
    }
    return {
      offsets: starts,
      group: group.view().slice(),
      value: Float64Array.from(total),
      actor: Float64Array.from(actor),
    };
  }
}
