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

/** Groups that a case may be of: those that its traces or its customer's other cases speak for. */
export function oddsOf(
  graph: Incidence,
  ofCustomer: Rows,
  membership: Membership,
  evidence: Evidence,
  id: number,
): Map<number, Odds> {
  const found = new Map<number, Odds>();
  for (let at = evidence.offsets[id]!; at < evidence.offsets[id + 1]!; at++) {
    const of = evidence.group[at]!;
    const alone = Math.log(membership.sizes[of]! / graph.cases.customers);
    const before = prior(graph, ofCustomer, membership, id, of);
    found.set(of, {
      all: evidence.value[at]! + before,
      traces: evidence.value[at]! + alone,
      actor: evidence.actor[at]! + Math.max(alone, before),
    });
  }
  const customer = graph.cases.customer[id]!;
  for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
    const of = membership.firm[ofCustomer.items[at]!]!;
    if (of < 0 || found.has(of)) continue;
    const all = prior(graph, ofCustomer, membership, id, of);
    found.set(of, { all, traces: Number.NEGATIVE_INFINITY, actor: Number.NEGATIVE_INFINITY });
  }
  return found;
}
