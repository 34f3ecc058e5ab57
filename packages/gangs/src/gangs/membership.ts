import type { Incidence, Rows } from '../graph/types.ts';
import type { Evidence } from './evidence-rows.ts';

/** How much one other case of the same customer counts against the many that are no evidence: see `prior`. */
const PSEUDO = 0.3;

export interface Membership {
  /** Per case its group, −1 for none. */
  readonly group: Int32Array;
  /** The same, but −1 where only the customer's other cases speak for it: hearsay must not speak for more hearsay. */
  readonly firm: Int32Array;
  /** Customers of each group. */
  readonly sizes: Int32Array;
}

/** Log odds of a case for a group: by everything, by its own traces, by its actors' traces. */
export interface Odds {
  readonly all: number;
  readonly traces: number;
  readonly actor: number;
}

/** Customers of each group. @param ofCustomer a row a customer: the cases */
export function groupSizes(ofCustomer: Rows, group: Int32Array, groups: number): Int32Array {
  const sizes = new Int32Array(groups);
  for (let customer = 0; customer + 1 < ofCustomer.offsets.length; customer++) {
    const seen: number[] = [];
    for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
      const of = group[ofCustomer.items[at]!]!;
      if (of < 0 || seen.includes(of)) continue;
      seen.push(of);
      sizes[of]!++;
    }
  }
  return sizes;
}

/**
 * Log odds of a case for a group before its own traces speak: the share of the customers that the group has, drawn towards
 * where the customer's other cases are.
 */
function prior(
  { cases }: Incidence,
  ofCustomer: Rows,
  { firm, sizes }: Membership,
  id: number,
  of: number,
): number {
  const customer = cases.customer[id]!;
  let inside = 0;
  let others = 0;
  for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
    const other = ofCustomer.items[at]!;
    if (other === id) continue;
    if (firm[other] === of) inside++;
    else others++;
  }
  return Math.log(inside + (PSEUDO * sizes[of]!) / cases.customers) - Math.log(others + PSEUDO);
}

/** Calls `take` for every group that a case may be of: those that its traces or its customer's other cases speak for. */
export function eachOdds(
  graph: Incidence,
  ofCustomer: Rows,
  membership: Membership,
  evidence: Evidence,
  id: number,
  take: (group: number, odds: Odds) => void,
): void {
  const { offsets, group, value, actor } = evidence;
  const [from, to] = [offsets[id]!, offsets[id + 1]!];
  for (let at = from; at < to; at++) {
    const of = group[at]!;
    const before = prior(graph, ofCustomer, membership, id, of);
    const alone = Math.log(membership.sizes[of]! / graph.cases.customers);
    take(of, {
      all: value[at]! + before,
      traces: value[at]! + alone,
      actor: actor[at]! + Math.max(alone, before),
    });
  }
  const customer = graph.cases.customer[id]!;
  const told: number[] = [];
  for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
    const of = membership.firm[ofCustomer.items[at]!]!;
    if (of < 0 || told.includes(of) || group.subarray(from, to).includes(of)) continue;
    told.push(of);
    const all = prior(graph, ofCustomer, membership, id, of);
    take(of, { all, traces: Number.NEGATIVE_INFINITY, actor: Number.NEGATIVE_INFINITY });
  }
}
