import type { Incidence } from '../graph/types.ts';
import { familyNumber, traitsOf } from '../kinds.ts';
import { type Evidence, EvidenceRows } from './evidence-rows.ts';

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

/** Calls `take` for every stretch of cases of one customer. */
function eachCustomer(
  ordered: Int32Array,
  customer: Int32Array,
  [from, to]: readonly [number, number],
  take: (start: number, end: number) => void,
): void {
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && customer[ordered[end]!] === customer[ordered[start]!]) end++;
    take(start, end);
    start = end;
  }
}

/**
 * Naive Bayes: a trace that `n` of a group's customers have, and `m` of all others, speaks for its cases' being of the group
 * by ln((n / group) / (m / others)), the case's own customer left out. What everybody has speaks for nobody: a hub needs no
 * list of its own.
 * @param ordered cases by trace and customer, as `byCustomer` has them
 * @param customers of each trace
 * @param sizes customers of each group
 */
export function gatherEvidence(
  { byTrace, cases, traces }: Incidence,
  ordered: Int32Array,
  customers: Int32Array,
  group: Int32Array,
  sizes: Int32Array,
): Evidence {
  const rows = new EvidenceRows();
  const count = new Int32Array(sizes.length);
  /** Groups of some cases, each once. */
  const groupsIn = (start: number, end: number) => {
    const found: number[] = [];
    for (let at = start; at < end; at++) {
      const of = group[ordered[at]!]!;
      if (of >= 0 && !found.includes(of)) found.push(of);
    }
    return found;
  };
  const liftIn = (of: number, inside: number, elsewhere: number) =>
    inside / sizes[of]! / (elsewhere / (cases.customers - sizes[of]! + 1));
  for (let trace = 0; trace + 1 < byTrace.offsets.length; trace++) {
    const all = customers[trace]!;
    if (all < 2) continue;
    const { family, strangers } = traitsOf(traces.kind[trace]!);
    const number = familyNumber(family);
    const range = [byTrace.offsets[trace]!, byTrace.offsets[trace + 1]!] as const;
    const present: number[] = [];
    eachCustomer(ordered, cases.customer, range, (start, end) => {
      for (const of of groupsIn(start, end)) if (count[of]!++ === 0) present.push(of);
    });
    const told = present.filter((of) => liftIn(of, count[of]!, all - count[of]! + strangers) >= LEAST_LIFT);
    if (told.length > 0)
      eachCustomer(ordered, cases.customer, range, (start, end) => {
        const own = groupsIn(start, end);
        for (const of of told) {
          const self = own.includes(of) ? 1 : 0;
          const inside = count[of]! - self;
          const lift = liftIn(of, inside, all - count[of]! - (1 - self) + strangers);
          if (lift < LEAST_LIFT) continue;
          const value = Math.log(lift);
          for (let at = start; at < end; at++) rows.push(ordered[at]!, of, number, value);
        }
      });
    for (const of of present) count[of] = 0;
  }
  return rows.sum(cases.names.length);
}
