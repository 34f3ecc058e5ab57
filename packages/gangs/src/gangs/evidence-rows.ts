import { offsetsOf, orderByRow } from '../graph/rows.ts';
import { GrowingFloats, GrowingInts } from '../ids/growing.ts';
import { families } from '../kinds.ts';

/** For cases, what speaks for their being of groups: a row a case, an entry a group. */
export interface Evidence {
  readonly offsets: Int32Array;
  readonly group: Int32Array;
  /** Natural logarithm of a likelihood ratio, above 0. */
  readonly value: Float64Array;
  /** The part of it that is of actors' traces. */
  readonly actor: Float64Array;
}

const PAPER = families.indexOf('paper');

/** Orders rows by key, within one by value, greatest first. Rows of a case are some dozens: insertion beats a sort that calls back. */
function insertionSort(rows: Int32Array, keys: Int32Array, values: Float64Array): void {
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const key = keys[row]!;
    const value = values[row]!;
    let at = i;
    for (; at > 0; at--) {
      const before = rows[at - 1]!;
      if (keys[before]! < key || (keys[before] === key && values[before]! >= value)) break;
      rows[at] = before;
    }
    rows[at] = row;
  }
}

/** Collects what single traces say, and sums it up by case. */
export class EvidenceRows {
  readonly #case = new GrowingInts(1 << 14);
  /** Group and family as one number. */
  readonly #key = new GrowingInts(1 << 14);
  readonly #values = new GrowingFloats(1 << 14);

  push(id: number, group: number, family: number, value: number): void {
    this.#case.push(id);
    this.#key.push(group * families.length + family);
    this.#values.push(value);
  }

  /** Traces of one family come together of themselves: the strongest of a family counts, and families are added. */
  sum(cases: number): Evidence {
    const [keys, values] = [this.#key.view(), this.#values.view()];
    const offsets = offsetsOf(this.#case.view(), cases);
    const order = orderByRow(this.#case.view(), offsets);
    const starts = new Int32Array(cases + 1);
    const group = new GrowingInts(1 << 14);
    const total = new GrowingFloats(1 << 14);
    const actor = new GrowingFloats(1 << 14);
    for (let id = 0; id < cases; id++) {
      const rows = order.subarray(offsets[id]!, offsets[id + 1]!);
      insertionSort(rows, keys, values);
      for (let i = 0; i < rows.length; ) {
        const of = Math.floor(keys[rows[i]!]! / families.length);
        let all = 0;
        let actors = 0;
        let last = -1;
        for (; i < rows.length && keys[rows[i]!]! < (of + 1) * families.length; i++) {
          const key = keys[rows[i]!]!;
          if (key === last) continue;
          last = key;
          all += values[rows[i]!]!;
          if (key % families.length !== PAPER) actors += values[rows[i]!]!;
        }
        group.push(of);
        total.push(all);
        actor.push(actors);
      }
      starts[id + 1] = group.length;
    }
    return { offsets: starts, group: group.view(), value: total.view(), actor: actor.view() };
  }
}
