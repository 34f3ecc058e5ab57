import { offsetsOf, orderByRow } from '../graph/rows.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import { traitsOf } from '../kinds.ts';

/** For cases, what speaks for their being of groups: a row a case, several entries a group are summed already. */
export interface Evidence {
  readonly offsets: Int32Array;
  readonly group: Int32Array;
  /** Natural logarithm of a likelihood ratio, above 0. */
  readonly value: Float64Array;
  /** The part of it that is of actors' traces. */
  readonly actor: Float64Array;
}

/** A likelihood ratio below this says nothing worth keeping. */
const LEAST_LIFT = 2;

/** Cases of every trace by customer, so that people are counted and not their complaints. */
export function byCustomer({ byTrace, cases }: Incidence): Int32Array {
  const items = byTrace.items.slice();
  for (let trace = 0; trace + 1 < byTrace.offsets.length; trace++) {
    const [from, to] = [byTrace.offsets[trace]!, byTrace.offsets[trace + 1]!];
    if (to - from > 1)
      items.subarray(from, to).sort((a, b) => cases.customer[a]! - cases.customer[b]! || a - b);
  }
  return items;
}

/**
 * Naive Bayes: a trace that `n` of a group's customers have, and `m` of all others, speaks for its cases' being of the group
 * by ln((n / group) / (m / others)), the case's own customer left out. Traces of one family come together of themselves, so
 * the strongest of a family counts. What everybody has speaks for nobody: a hub needs no list of its own.
 * @param sizes customers of each group
 */
export function gatherEvidence(
  graph: Incidence,
  ordered: Int32Array,
  customers: Int32Array,
  group: Int32Array,
  sizes: Int32Array,
): Evidence {
  const { byTrace, cases, traces } = graph;
  const rowCase = new GrowingInts(1 << 14);
  const rowGroup = new GrowingInts(1 << 14);
  const rowFamily = new GrowingInts(1 << 14);
  const values: number[] = [];
  const families = new Map<string, number>();
  const count = new Int32Array(sizes.length);
  let paper = -1;
  for (let trace = 0; trace + 1 < byTrace.offsets.length; trace++) {
    const all = customers[trace]!;
    if (all < 2) continue;
    const { family, side, strangers } = traitsOf(traces.kind[trace]!);
    if (!families.has(family)) families.set(family, families.size);
    const familyNumber = families.get(family)!;
    if (side === 'supply') paper = familyNumber;
    const [from, to] = [byTrace.offsets[trace]!, byTrace.offsets[trace + 1]!];
    const present: number[] = [];
    const runs = (take: (start: number, end: number) => void) => {
      for (let start = from; start < to; ) {
        let end = start + 1;
        while (end < to && cases.customer[ordered[end]!] === cases.customer[ordered[start]!]) end++;
        take(start, end);
        start = end;
      }
    };
    /** Groups of one customer's cases, each once. */
    const groupsIn = (start: number, end: number) => {
      const found: number[] = [];
      for (let at = start; at < end; at++) {
        const of = group[ordered[at]!]!;
        if (of >= 0 && !found.includes(of)) found.push(of);
      }
      return found;
    };
    runs((start, end) => {
      for (const of of groupsIn(start, end)) if (count[of]!++ === 0) present.push(of);
    });
    const told = present.filter((of) => {
      const lift =
        count[of]! / sizes[of]! / ((all - count[of]! + strangers) / (cases.customers - sizes[of]! + 1));
      return lift >= LEAST_LIFT;
    });
    if (told.length > 0)
      runs((start, end) => {
        const own = groupsIn(start, end);
        for (const of of told) {
          const self = own.includes(of) ? 1 : 0;
          const inside = count[of]! - self;
          if (inside === 0) continue;
          const elsewhere = all - count[of]! - (1 - self) + strangers;
          const lift = inside / sizes[of]! / (elsewhere / (cases.customers - sizes[of]! + 1));
          if (lift < LEAST_LIFT) continue;
          for (let at = start; at < end; at++) {
            rowCase.push(ordered[at]!);
            rowGroup.push(of);
            rowFamily.push(familyNumber);
            values.push(Math.log(lift));
          }
        }
      });
    for (const of of present) count[of] = 0;
  }
  return sum(cases.names.length, rowCase.view(), rowGroup.view(), rowFamily.view(), values, paper);
}

/** Per case and group, the sum over families of the strongest. */
function sum(
  cases: number,
  rowCase: Int32Array,
  rowGroup: Int32Array,
  rowFamily: Int32Array,
  values: readonly number[],
  paper: number,
): Evidence {
  const offsets = offsetsOf(rowCase, cases);
  const order = orderByRow(rowCase, offsets);
  const starts = new Int32Array(cases + 1);
  const group = new GrowingInts(1 << 14);
  const total: number[] = [];
  const actor: number[] = [];
  for (let id = 0; id < cases; id++) {
    const rows = order.subarray(offsets[id]!, offsets[id + 1]!);
    if (rows.length > 1)
      rows.sort(
        (a, b) => rowGroup[a]! - rowGroup[b]! || rowFamily[a]! - rowFamily[b]! || values[b]! - values[a]!,
      );
    let lastGroup = -1;
    let lastFamily = -1;
    for (const row of rows) {
      if (rowGroup[row] !== lastGroup) {
        group.push(rowGroup[row]!);
        total.push(0);
        actor.push(0);
        lastFamily = -1;
      }
      if (rowFamily[row] !== lastFamily) {
        total[total.length - 1]! += values[row]!;
        if (rowFamily[row] !== paper) actor[actor.length - 1]! += values[row]!;
      }
      lastGroup = rowGroup[row]!;
      lastFamily = rowFamily[row]!;
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
